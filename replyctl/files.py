"""Writes files atomically, keeping owner, mode, attributes and hard links."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path

from replyctl.errors import OutputError
from replyctl.temporary import replacing


def write_atomic(path: Path, data: bytes, mode: int | None = None, *, read: bytes | None = None) -> None:
    """Write `data` to `path`: a reader, or a crash, leaves the old or the new file, never half of one.

    Links are followed; a new file gets `mode` (None: by the umask). A file with hard links, or with an owner that we
    cannot set, is overwritten in place and restored if that fails; so is a device or a pipe, without restoring. `read`
    is the content that `data` was made from: if the file has changed since, it is left alone.
    OutputError if it is not written; then nothing has changed.
    """
    target = Path(os.path.realpath(path))
    try:
        found = _status(target)
        if found is not None and not stat.S_ISREG(found.st_mode):
            with target.open("wb") as device:
                device.write(data)
            return
        if read is not None and not (found and target.read_bytes() == read):
            raise OutputError(
                f"{path} has changed since it was read; it is left unchanged", hint="run the same command again"
            )
        if found is not None and _stays_in_place(found):
            _overwrite(target, data)
        else:
            _replace(target, data, mode, found)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}", hint=_hint(error, path)) from error


def _replace(target: Path, data: bytes, mode: int | None, found: os.stat_result | None) -> None:
    private = found is not None or mode is not None
    with replacing(target, 0o600 if private else 0o666) as file:
        file.write(data)
        file.flush()
        if found is not None:
            _make_like(file.fileno(), target, found)
        elif mode is not None and os.name == "posix":
            os.fchmod(file.fileno(), mode)
        os.fsync(file.fileno())


def _stays_in_place(found: os.stat_result) -> bool:
    """Whether a new file cannot replace this one: it has hard links, or an owner that we cannot set."""
    if found.st_nlink > 1:
        return True
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return False
    return found.st_uid != os.geteuid() or found.st_gid not in {os.getegid(), *os.getgroups()}


def _make_like(new: int, old: Path, found: os.stat_result) -> None:
    """Give `new` the owner, attributes and mode of `old`."""
    if hasattr(os, "chown"):
        os.chown(new, found.st_uid, found.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # a file system without attributes
            for name in os.listxattr(old):
                with suppress(OSError):  # only the system may set this one
                    os.setxattr(new, name, os.getxattr(old, name))
    if os.name == "posix":
        os.fchmod(new, stat.S_IMODE(found.st_mode))


def _overwrite(target: Path, data: bytes) -> None:
    """Overwrite the file; if that fails, restore its content."""
    with target.open("r+b", buffering=0) as file:
        old = file.read()
        try:
            _fill(file, data)
        except BaseException:  # Ctrl-C too
            _fill(file, old)
            raise


def _fill(file: FileIO, data: bytes) -> None:
    file.seek(0)
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    file.truncate()
    os.fsync(file.fileno())


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _hint(error: OSError, path: Path) -> str:
    if isinstance(error, IsADirectoryError):
        return "it is a folder: name a file in it"
    if isinstance(error, FileNotFoundError):
        return f"there is no folder {path.parent}"
    return ""
