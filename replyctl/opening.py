"""Opens what a command line, a library or a project names for reading: never endlessly, and never waiting for a file."""

from __future__ import annotations

import os
import stat
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator


def regular(path: Path, most: int) -> bytes:
    """The bytes of a regular file, at most `most` and one more, which tells that it is longer.

    OSError if it cannot be read, or is a pipe, a device or a socket: nobody may be writing to it, or without an end.
    """
    with open(path, "rb", opener=_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(EINVAL, "a pipe, a device or a socket, not a file", str(path))
        return file.read(most + 1)


def given(path: Path, most: int) -> bytes:
    """As `regular`, for what a person may also name as a pipe, as in `<(jq …)`: its writer is waited for."""
    with path.open("rb") as file:
        return file.read(most + 1)


def lines(file: BinaryIO, most: int) -> Iterator[bytes]:
    """The lines as they arrive. One of more than `most` bytes is cut after one more, and nothing is read behind it."""
    while line := file.readline(most + 1):
        yield line
        if len(line) > most:
            return


def chunks(file: BinaryIO, most: int) -> Iterator[bytes]:
    """The lines as they arrive, a longer one in pieces of `most` bytes."""
    while piece := file.readline(most):
        yield piece


def _at_once(path: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe, and without taking a terminal as our own."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
