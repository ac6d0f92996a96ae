"""The bytes of a library file, and a stamp that changes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from replyctl.bounds import FILE
from replyctl.errors import Place, SnippetError
from replyctl.opening import regular

if TYPE_CHECKING:
    from pathlib import Path

Stamp: TypeAlias = tuple[int, int, int]
"""Modification time, inode change time and size."""


def read_bytes(path: Path) -> bytes:
    """The file's bytes, at most one more than the limit. SnippetError if it cannot be read."""
    try:
        return regular(path, FILE)  # the parser refuses a longer file
    except OSError as error:
        raise SnippetError(f"cannot be read: {error.strerror}", place=Place(str(path))) from error


def stamp(path: Path) -> Stamp | None:
    """The stamp of the file, None if there is no file. A copy cannot set back the inode change time."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size
