"""Writes files atomically, keeping owner, mode, attributes and hard links; removes them."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path
from zlib import crc32

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
            if read is not None:
                raise OutputError(f"{path} is no file, so what was read is not there to be replaced", hint="pipe it in")
            with open(target, "wb", opener=None if mode is None else _at_once) as device:
                device.write(data)
            return
        if read is not None and not (found and target.read_bytes() == read):
            raise _changed(path)
        if found is not None and _stays_in_place(found):
            _overwrite(target, data)
        else:
            _replace(target, data, mode, found)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}", hint=_hint(error, path)) from error


def _at_once(path: str, flags: int) -> int:
    """OSError where it is a pipe that nobody reads: a person who names one waits, a file of our own is none."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


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
    """Write into the file itself; where that breaks off, what was in it is put back.

    What is killed puts nothing back: `data` stands beside the file until all is done, and who writes it next is told.
    """
    saved = target.with_name(f".replyctl-{crc32(os.fsencode(target.name)):08x}.saved")
    with target.open("r+b", buffering=0) as file:
        old = file.read()
        if _differs(saved, old):
            hint = f"{saved} is the whole of it: take from there what is missing, and remove it"
            raise OutputError(f"{target} may lack a part: a command was killed while it wrote it", hint=hint)
        _put_beside(saved, data)
        file.seek(0)
        if file.read() != old:  # the disk may have taken its time
            saved.unlink(missing_ok=True)
            raise _changed(target)
        try:
            _fill(file, data)
        except BaseException:  # Ctrl-C too
            _fill(file, old)
            saved.unlink(missing_ok=True)
            raise
    with suppress(OSError):
        saved.unlink()


def _put_beside(saved: Path, data: bytes) -> None:
    with suppress(OSError), replacing(saved, 0o600) as beside:  # a folder may be closed to us
        beside.write(data)
        beside.flush()
        os.fsync(beside.fileno())


def _differs(saved: Path, text: bytes) -> bool:
    try:
        return saved.is_file() and saved.read_bytes() != text
    except OSError:  # another user's
        return True


def _fill(file: FileIO, data: bytes) -> None:
    file.seek(0)
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]
    file.truncate()
    os.fsync(file.fileno())


def _changed(path: Path) -> OutputError:
    return OutputError(f"{path} has changed since it was read: left as it is", hint="run the same command again")


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _hint(error: OSError, path: Path) -> str:
    if isinstance(error, IsADirectoryError):
        return "it is a folder: name a file in it"
    if isinstance(error, FileNotFoundError):
        return f"no file can be made in {path.parent}" if path.parent.is_dir() else f"there is no folder {path.parent}"
    return ""


def removed(path: Path | None, before: float | None = None) -> bool:
    """Remove a file, if it was written before that moment (None: whenever). Returns whether it was there. OutputError."""
    try:
        if path is None or (before is not None and path.lstat().st_mtime >= before):
            return False
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise OutputError(f"cannot remove {path}: {error.strerror}") from error
    return True
