"""The file of an index in the cache folder, and how many are kept."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from replyctl import cache, ownership, paths
from replyctl.errors import OutputError

MOST = 8
"""Most files kept, one for each set of libraries and version of the program."""


def file_for(key: Sequence[str]) -> Path | None:
    """The file for `key`, empty if it is new; None if nothing can be kept."""
    try:
        folder = paths.private(paths.cache("search"))
        path = folder / f"{crc32(os.fsencode(chr(0).join((cache.program(), *key)))):08x}.sqlite"
        os.close(os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600))
        os.utime(path)
        newest = sorted(folder.glob("*.sqlite"), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in newest[MOST:]:
            emptied(old).unlink(missing_ok=True)
    except (OSError, OutputError):
        return None
    return None if ownership.weak_spot(path) else path


def emptied(path: Path) -> Path:
    """The file, with nothing in it."""
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    path.write_bytes(b"")
    return path
