"""The bytes of a library's file, and what changes with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from replyctl.bounds import FILE
from replyctl.errors import Place, SnippetError

if TYPE_CHECKING:
    from pathlib import Path

Stamp: TypeAlias = tuple[int, int, int]
"""Times of the last change, of the file and of its node, and size."""


def read_bytes(path: Path) -> bytes:
    """The file's bytes, at most one more than are taken of a file. SnippetError if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(FILE + 1)  # the parser refuses it, whatever the rest would be
    except OSError as error:
        raise SnippetError(f"cannot be read: {error.strerror}", place=Place(str(path))) from error


def stamp(path: Path) -> Stamp | None:
    """What changes with the file, None if there is none; the time of its node cannot be set back by a copy."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size
