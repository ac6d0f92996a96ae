"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from replyctl.errors import OutputError


def write_atomic(path: Path, data: bytes, mode: int | None = None) -> None:
    """Put `data` at `path`: a reader, or a crash, finds the old file or the new one, never half of one.

    Links are followed; an existing file keeps its mode, a new one gets `mode` (None: as the umask has it). A device or
    a pipe is written to as it is. OutputError if it cannot be written; then nothing has changed.
    """
    target = Path(os.path.realpath(path))
    try:
        found = _mode(target)
        if found is not None and not stat.S_ISREG(found):
            with target.open("wb") as device:
                device.write(data)
            return
        _replace(target, data, mode if found is None else stat.S_IMODE(found))
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}", hint=_hint(error, path)) from error


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    temporary = target.with_name(f".replyctl-{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        # O_EXCL: a link that someone planted under this name is not written through.
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else 0o600)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor
            file.write(data)
            if mode is not None:
                temporary.chmod(mode)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _mode(target: Path) -> int | None:
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _hint(error: OSError, path: Path) -> str:
    if isinstance(error, IsADirectoryError):
        return "name a file in it"
    if isinstance(error, FileNotFoundError):
        return f"there is no folder {path.parent}"
    return ""
