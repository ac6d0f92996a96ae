"""The cache folder: what is slow to make and easy to make again, kept by the content it was made from.

A cache never fails a command: what cannot be read is made again, what cannot be written is not kept. An entry holds its
whole key, and is named by a checksum of it: two keys of one name take turns, none is ever taken for the other, and no
command has to load OpenSSL (2 ms) for a digest.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from replyctl import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 2000
"""Entries of one room; with more, the room is emptied and fills again with what is in use."""
_SUM = 4
"""Bytes of the checksum before each entry: marshal must never see a torn or damaged one."""


def folder() -> Path:
    """Where the cache lives: REPLYCTL_CACHE_DIR, else the platform's place for caches."""
    if own := os.environ.get("REPLYCTL_CACHE_DIR"):
        return Path(own)
    if sys.platform == "linux":  # the XDG rule in one line; importing platformdirs takes 4 ms
        base = os.environ.get("XDG_CACHE_HOME", "")
        return Path(base if base.startswith("/") else os.path.expanduser("~/.cache"), "replyctl")  # noqa: PTH111 - without HOME Path.expanduser raises
    from platformdirs import user_cache_path  # slow, and not needed on Linux

    return user_cache_path("replyctl", appauthor=False)


def remember(room: str, key: bytes, build: Callable[[], Any]) -> Any:  # noqa: ANN401 - the builder's type, through marshal
    """What `build` makes (plain data: str, numbers, list, dict, …) for `key`, made only when it is not kept yet."""
    kept = recall(room, key)
    if kept is None:
        kept = build()
        keep(room, key, kept)
    return kept


def recall(room: str, key: bytes) -> Any:  # noqa: ANN401 - as in `remember`
    """What is kept in `room` for `key`, None if there is nothing or it is damaged."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        entry = _path(room, key).read_bytes()
        if entry[:_SUM] == _sum(entry[_SUM:]):
            whole, value = marshal.loads(entry[_SUM:])  # noqa: S302 - our own folder, and the checksum fits
            return value if whole == _program() + key else None
    return None


def keep(room: str, key: bytes, value: Any) -> None:  # noqa: ANN401 - as in `remember`
    """Keep `value` for `key` in `room`, in place of what was there; mode 600 in folders of mode 700."""
    path = _path(room, key)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        payload = marshal.dumps((_program() + key, value))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_room(path.parent)
        with open(temporary, "wb", opener=_private) as file:  # Path.open takes no opener
            file.write(_sum(payload) + payload)
        temporary.replace(path)
    except (OSError, ValueError):
        _unlink(temporary)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _make_room(room: Path) -> None:
    names = os.listdir(room)  # noqa: PTH208 - names are enough
    if len(names) > MOST:
        for name in names:
            _unlink(room / name)


def _unlink(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _path(room: str, key: bytes) -> Path:
    whole = _program() + key
    return folder() / room / f"{crc32(whole):08x}{len(whole):x}"


def _sum(data: bytes) -> bytes:
    return crc32(data).to_bytes(_SUM, "big")


@once
def _program() -> bytes:
    """What made the entries: version, interpreter, and the newest source, which changes under a checkout's version."""
    package = Path(__file__).parent
    rooms = (entry.path for entry in os.scandir(str(package)) if entry.is_dir() and entry.name[0] not in "._")
    newest = max(
        entry.stat().st_mtime_ns
        for place in (str(package), *rooms)
        for entry in os.scandir(place)
        if entry.name.endswith(".py")
    )
    return f"{__version__} {sys.implementation.cache_tag} {newest} ".encode()
