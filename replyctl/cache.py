"""The cache folder: what is slow to make and easy to make again, kept by what it was made from: its content, or the sizes and times of its files.

Only data is kept, never code, and only what nobody but the user could have written is taken. A cache never fails a
command: what cannot be read, or is not what was kept, is made again; what cannot be written is not kept. An entry holds
its whole key, and is named by a checksum of it: two keys of one name take turns, none is ever taken for the other, and no
command has to load OpenSSL (2 ms) for a digest.
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
"""Entries of one room; with more, the room is emptied and fills again with what is in use."""
_SUM = 4
"""Bytes of the checksum before each entry: marshal must never see a torn or damaged one."""
UNFIT = (AttributeError, LookupError, TypeError, ValueError)
"""What is raised by data that has not the shape that was kept."""


def remember(room: str, key: bytes, build: Callable[[], Any], read: Callable[[Any], T]) -> T:
    """What `read` makes of the plain data (str, numbers, list, dict, …) that `build` gives for `key`.

    Built only where nothing is kept yet, or `read` raises one of UNFIT over what is.
    """
    kept = recall(room, key)
    if kept is not None:
        with suppress(*UNFIT):
            return read(kept)
    built = build()
    keep(room, key, built)
    return read(built)


def recall(room: str, key: bytes) -> Any:  # noqa: ANN401 - the builder's type, through marshal
    """What is kept in `room` for `key`, None if there is nothing or it is damaged."""
    # What is not the user's own raises before marshal sees it: marshal is not made for what others write.
    with suppress(OSError, MemoryError, EOFError, *UNFIT):
        entry = ownership.kept(paths.cache(room, _name(room, key)))
        if entry[:_SUM] == _sum(entry[_SUM:]):
            whole, value = marshal.loads(entry[_SUM:])  # noqa: S302 - see above
            return value if whole == _whole(room, key) else None
    return None


def keep(room: str, key: bytes, value: Any) -> None:  # noqa: ANN401 - as in `recall`
    """Keep `value` for `key` in `room`, in place of what was there; mode 600 in folders of mode 700."""
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
    return f"{_program()} {room} ".encode() + key


def _sum(data: bytes) -> bytes:
    return crc32(data).to_bytes(_SUM, "big")


@once
def _program() -> str:
    """What made the entries: version, interpreter, and the sources, which change under a checkout's version."""
    times = [entry.stat().st_mtime_ns for entry in _sources(str(Path(__file__).parent))]
    return f"{__version__} {sys.implementation.cache_tag} {len(times)} {sum(times)}"


def _sources(folder: str) -> Iterator[os.DirEntry[str]]:
    """The program's files, however deep."""
    for entry in os.scandir(folder):
        if entry.name.endswith(".py"):
            yield entry
        elif "." not in entry.name and entry.name[0] != "_" and entry.is_dir():
            yield from _sources(entry.path)
