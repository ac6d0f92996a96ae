"""Files written whole or not at all, and as what they were: owner, mode, attributes and all names of a file stay."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from io import FileIO
from pathlib import Path

from replyctl.errors import OutputError


class Changed(OutputError):
    """The file holds something else than what was read from it."""


def write_atomic(path: Path, data: bytes, mode: int | None = None, *, read: bytes | None = None) -> None:
    """Put `data` at `path`: a reader, or a crash, finds the old file or the new one, never half of one.

    Links are followed; an existing file stays what it is, a new one gets `mode` (None: as the umask has it). A device
    or a pipe is written to as it is. `read` is what `data` was made from: Changed if the file no longer holds that, so
    that nothing typed meanwhile is lost. OutputError if it cannot be written; then nothing has changed.
    """
    target = Path(os.path.realpath(path))
    try:
        found = _status(target)
        if found is not None and not stat.S_ISREG(found.st_mode):
            with target.open("wb") as device:
                device.write(data)
            return
        _replace(target, data, mode, found, read)
    except Changed:
        raise Changed(f"{path} has changed since it was read: left as it is", hint="run the same command again") from None
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}", hint=_hint(error, path)) from error


def _replace(target: Path, data: bytes, mode: int | None, found: os.stat_result | None, read: bytes | None) -> None:
    temporary = target.with_name(f".replyctl-{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    private = found is not None or mode is not None
    try:
        # O_EXCL: a link that someone planted under this name is not written through.
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor
            file.write(data)
            file.flush()
            same = found is None or _made_like(temporary, target, found)
            if found is None and mode is not None:
                temporary.chmod(mode)
            os.fsync(file.fileno())
        if read is not None and not (found and target.read_bytes() == read):
            raise Changed("")
        if same:
            temporary.replace(target)
        else:
            _overwrite(target, data)
    finally:
        temporary.unlink(missing_ok=True)


def _made_like(new: Path, old: Path, found: os.stat_result) -> bool:
    """Give `new` the owner, attributes and mode of `old`; False where it cannot stand in for it.

    That is where the old file has other names too, or an owner to whom we cannot give a file.
    """
    if found.st_nlink > 1:
        return False
    made = new.stat()
    if (made.st_uid, made.st_gid) != (found.st_uid, found.st_gid):
        try:
            os.chown(new, found.st_uid, found.st_gid)
        except OSError:
            return False
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # a file system without them
            for name in os.listxattr(old):
                with suppress(OSError):  # one that only the system sets
                    os.setxattr(new, name, os.getxattr(old, name))
    new.chmod(stat.S_IMODE(found.st_mode))
    return True


def _overwrite(target: Path, data: bytes) -> None:
    """Write into the file itself. The new content is on the disk beside it by now; what is broken off is put back."""
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
        return "name a file in it"
    if isinstance(error, FileNotFoundError):
        return f"there is no folder {path.parent}"
    return ""
