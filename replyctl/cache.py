"""The cache folder: results that are slow to compute, keyed by their input: content, or sizes and times of files.

Only files that nobody but the user can write are read, and but for compiled templates they hold data, not code. The
cache never makes a command fail: an unreadable entry is computed again, and a failed write is ignored. An entry's name
is a checksum of its key, and it holds the whole key: keys with the same checksum replace each other but are never
confused. A checksum needs no OpenSSL, which takes 2 ms to load.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zlib import crc32

from replyctl import __version__, ownership, paths
from replyctl.errors import OutputError
from replyctl.temporary import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
MOST = 2000
"""Most entries in one room; a fuller room is emptied."""
_SUM = 4
"""Bytes of the checksum before each entry, since marshal must never read a damaged one."""
UNFIT = (AttributeError, LookupError, TypeError, ValueError)
"""Errors raised by data of the wrong shape."""


def remember(room: str, key: bytes, build: Callable[[], Any], read: Callable[[Any], T]) -> T:
    """The result of `read` on the plain data (str, numbers, list, dict, …) from `build`, cached under `key`.

    Builds only if there is no entry, or if `read` raises one of UNFIT.
    """
    kept = recall(room, key)
    if kept is not None:
        with suppress(*UNFIT):
            return read(kept)
    built = build()
    keep(room, key, built)
    return read(built)


def recall(room: str, key: bytes) -> Any:  # noqa: ANN401 - the builder's type, through marshal
    """The entry of `key` in `room`, None if it is missing or damaged."""
    # Raises for files that others can write: marshal is not safe for untrusted data.
    with suppress(OSError, MemoryError, EOFError, *UNFIT):
        entry = ownership.kept(paths.cache(room, _name(room, key)))
        if entry[:_SUM] == _sum(entry[_SUM:]):
            whole, value = marshal.loads(entry[_SUM:])  # noqa: S302 - see above
            return value if whole == _whole(room, key) else None
    return None


def keep(room: str, key: bytes, value: Any) -> None:  # noqa: ANN401 - as in `recall`
    """Store `value` for `key` in `room`, replacing any entry; mode 600 in folders of mode 700."""
    with suppress(OSError, ValueError, OutputError):
        payload = marshal.dumps((_whole(room, key), value))
        folder = paths.private(paths.cache(room))
        _make_room(folder)
        with replacing(folder / _name(room, key), 0o600) as file:
            file.write(_sum(payload) + payload)


def _make_room(room: Path) -> None:
    names = os.listdir(room)  # noqa: PTH208 - names are enough
    if len(names) > MOST:
        for name in names:
            with suppress(OSError):
                (room / name).unlink()


def _name(room: str, key: bytes) -> str:
    whole = _whole(room, key)
    return f"{crc32(whole):08x}{len(whole):x}"


def _whole(room: str, key: bytes) -> bytes:
    return f"{program()} {room} ".encode() + key


def _sum(data: bytes) -> bytes:
    return crc32(data).to_bytes(_SUM, "big")


@once
def program() -> str:
    """Identifies the program: version, interpreter and sources, since a checkout changes without a new version."""
    times = [entry.stat().st_mtime_ns for entry in _sources(str(Path(__file__).parent))]
    return f"{__version__} {sys.implementation.cache_tag} {len(times)} {sum(times)}"


def _sources(folder: str) -> Iterator[os.DirEntry[str]]:
    """The program's files, in all subfolders."""
    for entry in os.scandir(folder):
        if entry.name.endswith(".py"):
            yield entry
        elif "." not in entry.name and entry.name[0] != "_" and entry.is_dir():
            yield from _sources(entry.path)
