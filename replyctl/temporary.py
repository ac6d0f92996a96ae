"""A file written beside the one that it replaces, so that no reader finds half a file.

Its name derives from the target's, and it is locked while written: a file left by a killed process has no lock, and the
next process that writes the same target removes it.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PREFIX, _SUFFIX = ".replyctl-", ".tmp"
_MOST = 100
"""Processes that may write one target at the same time."""


@contextmanager
def replacing(target: Path, mode: int) -> Iterator[BinaryIO]:
    """A new file of `mode` (less the umask) to write to, which replaces `target` when the block ends.

    If the block fails, `target` is as it was and nothing else is left. OSError if no file can be created there.
    """
    descriptor, path = _beside(target, mode)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor
            yield file
            if os.name == "posix":  # while locked; Windows cannot rename an open file
                file.flush()
                path.replace(target)
        if os.name != "posix":
            path.replace(target)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _beside(target: Path, mode: int) -> tuple[int, Path]:
    name = f"{_PREFIX}{crc32(os.fsencode(target.name)):08x}"  # the target's name may already have the maximum length
    for number in range(_MOST):
        path = target.with_name(f"{name}-{number}{_SUFFIX}")
        with suppress(OSError):
            _clear(path)
        try:
            # O_EXCL: does not write through a link planted under this name.
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        except FileExistsError:
            continue
        if _is_held(descriptor):
            return descriptor, path
        os.close(descriptor)
    raise FileExistsError(f"more than {_MOST} processes write {target}")


def _is_held(descriptor: int) -> bool:
    """Whether the new file is still ours: another process may just have removed it as abandoned."""
    try:
        _lock(descriptor)
    except BlockingIOError:
        return False
    except OSError:  # no locks on this disk, so no file is ever treated as abandoned
        return True
    return os.fstat(descriptor).st_nlink > 0


def _clear(path: Path) -> None:
    """Remove an abandoned file at `path`. OSError if there is none, or a running process is writing it."""
    if os.name != "posix":
        path.unlink()
        return
    descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        _lock(descriptor)
        if os.path.samestat(os.fstat(descriptor), path.lstat()):
            path.unlink()
    finally:
        os.close(descriptor)


def clear(folder: Path) -> None:
    """Remove what killed processes have left in `folder`; what is being written there stays."""
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            _clear(path)


def _lock(descriptor: int) -> None:
    """Lock the file. BlockingIOError if another process has the lock."""
    try:
        import fcntl
    except ImportError:
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
