"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from replyctl.errors import OutputError
from replyctl.temporary import replacing


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
    with replacing(target, 0o666 if mode is None else 0o600) as file:
        if mode is not None and os.name == "posix":
            os.fchmod(file.fileno(), mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


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
