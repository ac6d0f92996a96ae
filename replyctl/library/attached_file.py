"""The files that a snippet sends along: inside its own library, and nowhere else.

A library may come from others. A link, a way out of it or a hidden file (`.git/config`) could send to customers what only
the agent's computer knows.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from replyctl.clean import printable
from replyctl.errors import DataError, SnippetError
from replyctl.library.untyped import items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Tree

MOST = 10 << 20
"""Bytes of one file: mail servers refuse what is much larger."""


class AttachedFile(NamedTuple):
    """A file that goes with the reply."""

    name: str
    """As the customer sees it."""
    path: str = ""
    """Absolute; "" if no library is known."""
    size: int | None = None
    """In bytes, None if unknown."""

    @property
    def shown(self) -> str:
        """Name and size for a person."""
        return self.name if self.size is None else f"{self.name} ({max(1, round(self.size / 1024))} KB)"


def located(home: Path, given: str) -> AttachedFile:
    """The file `given` of the library in the folder `home`. SnippetError, without a place, if it cannot be sent."""
    parts = PurePosixPath(given).parts
    if not parts or given.startswith("/") or "\\" in given or printable(given) != given or ".." in parts:
        raise SnippetError(
            f"'{printable(given)}' is no file inside the library", hint="write its path from the library's folder"
        )
    if any(part.startswith(".") for part in parts):
        raise SnippetError(f"'{given}' is hidden", hint="files that begin with a dot are not sent")
    path = Path(os.path.realpath(home))
    for part in parts:
        path /= part
        if path.is_symlink():
            raise SnippetError(f"'{given}' leads through a link", hint="copy the file itself into the library")
    try:
        found = path.stat()
    except OSError as error:
        raise SnippetError(
            f"'{given}' cannot be attached: {error.strerror}", hint=f"it is looked for in {home}"
        ) from None
    if not stat.S_ISREG(found.st_mode):
        raise SnippetError(f"'{given}' is not a file")
    if found.st_size > MOST:
        raise SnippetError(f"'{given}' has more than {MOST >> 20} MB", hint="upload it, and send a link")
    return AttachedFile(parts[-1], str(path), found.st_size)


def mistakes(tree: Tree, home: Path) -> Iterator[ReplyctlError]:
    """What is wrong with the attachments of a snippet's file, in the library in `home`."""
    for number, given in enumerate(items(tree.data.get("attachments"))):
        if isinstance(given, str):
            try:
                located(home, given)
            except SnippetError as error:
                yield tree.fail(("attachments", number), error.message, hint=error.hint)


def content(one: AttachedFile) -> bytes:
    """The file's bytes. DataError if it cannot be read, or is no longer the file that was looked at."""
    try:
        if os.path.realpath(one.path) != one.path:
            raise DataError(f"the attachment {one.name} is a link now", hint="copy the file itself into the library")
        with open(one.path, "rb", opener=_no_link) as file:
            octets = file.read(MOST + 1)
    except OSError as error:
        raise DataError(f"the attachment {one.name} cannot be read: {error.strerror}") from error
    if len(octets) != one.size:
        raise DataError(f"the attachment {one.name} has changed meanwhile", hint="compose the reply again")
    return octets


def _no_link(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
