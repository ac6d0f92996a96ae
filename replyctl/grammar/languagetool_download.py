"""A LanguageTool of the user's own, as its library downloads and verifies it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from replyctl import ownership, paths
from replyctl.grammar.engine import EngineFailed
from replyctl.grammar.languagetool_answer import why

if TYPE_CHECKING:
    from pathlib import Path


def install() -> Path:
    """Download LanguageTool with the library's own verified download, and return its folder.

    EngineFailed if it cannot be downloaded, or Java is missing or too old.
    """
    from language_tool_python.download_lt import LTP_DOWNLOAD_VERSION, LocalLanguageTool

    if paths.home() is None:
        raise EngineFailed("the home folder is not known")
    found = LocalLanguageTool.from_version_name(LTP_DOWNLOAD_VERSION)
    try:
        with _privately():
            found.download()
        return found.get_directory_path()
    except Exception as problem:
        raise EngineFailed(f"{found.download_url}: {why(problem)}") from problem


def installed() -> Path | None:
    """The folder of a LanguageTool that the library downloaded earlier; None also if others could have changed it."""
    from language_tool_python.download_lt import LocalLanguageTool

    if paths.home() is None:
        return None
    try:
        with _privately():  # looking into its folder creates it
            found = LocalLanguageTool.get_latest_installed_version()
        place = found.get_directory_path() if found else None
    except Exception:  # noqa: BLE001 - whatever it is, none is installed
        return None
    return None if place is None or ownership.weak_spot(place) else place


@contextmanager
def _privately() -> Iterator[None]:
    """Make new files readable only by the user, whatever the umask is."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
