"""The project's own settings file: the nearest one that nobody else could have put there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from replyctl import ownership

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "replyctl.yaml"
_PARTS = ("", "snippets", "partials")
"""What of a library's folder decides what customers read; "" is the folder itself."""


class Project(NamedTuple):
    """What was found in a folder and above it."""

    file: Path | None
    passed_over: tuple[str, ...]
    """What is there and not used, a line each with the reason."""


def find(cwd: Path) -> Project:
    """The nearest usable replyctl.yaml in `cwd` or above it."""
    here = Path(os.path.abspath(cwd))  # noqa: PTH100 - keeps links
    passed_over: list[str] = []
    for folder in (here, *here.parents):
        file = folder / NAME
        if not os.path.lexists(file):
            continue
        if not (reason := _unusable(file)):
            return Project(file, tuple(passed_over))
        passed_over.append(f"{file} is not used: {reason}")
    return Project(None, tuple(passed_over))


def usable(folders: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of a project's libraries those to use, and a line for each of the others."""
    kept: list[str] = []
    passed_over: list[str] = []
    for folder in folders:
        reasons = filter(None, (ownership.planted(Path(folder, part)) for part in _PARTS))
        if reason := next(reasons, ""):
            passed_over.append(f"the library {folder} is not used: {reason}")
        else:
            kept.append(folder)
    return tuple(kept), tuple(passed_over)


def is_usable(file: Path) -> bool:
    """Whether it is a settings file that nobody else could have put there."""
    return os.path.lexists(file) and not _unusable(file)


def _unusable(file: Path) -> str:
    if os.path.isdir(file):  # noqa: PTH112 - as below
        return "it is a folder"
    if not os.path.isfile(file):  # noqa: PTH113 - an unreadable file is told of when it is read
        return "it is no file, or a link that leads nowhere"
    return ownership.planted(file)
