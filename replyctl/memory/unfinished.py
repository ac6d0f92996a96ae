"""A reply in the making, written down after every answer, so that nothing typed is lost.

Each has a folder of its own under `unfinished/`. The process that works on it holds a lock on the folder, which the
system lets go when the process ends, however it ends; a reply that is open in another terminal is never taken over.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from replyctl.errors import OutputError
from replyctl.files import write_atomic
from replyctl.state import folder, private

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FILE = "state.json"
RESUME = "`replyctl compose --resume` goes on from there"
"""The hint wherever something was kept."""
MOST = 50
"""Unfinished replies that are kept; the oldest go, since they hold what customers wrote."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Unfinished:
    """What a reply was started with, and what was answered so far."""

    snippets: tuple[str, ...] = ()
    """Names, in order; empty while none is picked."""
    blank: bool = False
    """Whether it is typed text without a snippet."""
    libraries: tuple[str, ...] = ()
    """Absolute paths given with `--library`."""
    shipped: bool = True
    """Whether the shipped library was in use."""
    language: str | None = None
    """As given with `--lang`."""
    tone: str = "auto"
    """As given with `--tone`."""
    with_: tuple[str, ...] = ()
    """Parts put in."""
    without: tuple[str, ...] = ()
    """Parts left out."""
    sets: Mapping[str, str] = field(default_factory=dict)
    """What `--set` gave."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """What `--data` gave."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Text by question, in the order of asking; "" where the question was passed over."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """What stood on the line of a question that was left before it was answered."""
    body: str | None = None
    """The text as the agent edited it, None while it is as rendered."""
    subject: str | None = None
    """The subject as the agent changed it."""


class Keeper:
    """The place of one unfinished reply, held by this process."""

    def __init__(self, path: Path, lock: int) -> None:
        self._path = path
        self._lock = lock

    def save(self, state: Unfinished) -> None:
        """Write `state` down, atomically, mode 600. Raises OutputError."""
        write_atomic(self._path / _FILE, json.dumps(asdict(state)).encode(), 0o600)

    def load(self) -> Unfinished | None:
        """What was written down; None if nothing was, or it cannot be read."""
        try:
            found = json.loads((self._path / _FILE).read_bytes())
            lists = {key: tuple(value) for key, value in found.items() if isinstance(value, list)}
            return Unfinished(**{**found, **lists})
        except (OSError, ValueError, TypeError, AttributeError):
            return None

    def forget(self) -> None:
        """The reply is done: remove what was kept of it."""
        for entry in self._path.iterdir():
            entry.unlink(missing_ok=True)
        self._path.rmdir()
        self.release()

    def release(self) -> None:
        """Let another process go on with it."""
        os.close(self._lock)


def begin() -> Keeper:
    """A place for a new reply. Raises OutputError."""
    home = private(folder() / "unfinished")
    for old in _newest_first()[MOST - 1 :]:
        if keeper := _hold(old):
            keeper.forget()
    keeper = _hold(private(home / f"{time.time_ns()}-{os.getpid()}"))
    if keeper is None:
        raise OutputError(f"cannot lock a folder in {home}")
    return keeper


def newest() -> tuple[Keeper, Unfinished, int] | None:
    """The reply that was worked on last and is not open in another terminal, and how many more there are."""
    held = [keeper for path in _newest_first() if (keeper := _hold(path))]
    found = [(keeper, state) for keeper in held if (state := keeper.load())]
    for keeper in held:
        if not found or keeper is not found[0][0]:
            keeper.release()
    return (*found[0], len(found) - 1) if found else None


def _newest_first() -> list[Path]:
    try:
        paths = [path for path in (folder() / "unfinished").iterdir() if path.is_dir()]
        return sorted(paths, key=_written, reverse=True)
    except OSError:
        return []


def _written(path: Path) -> int:
    file = path / _FILE
    return (file if file.exists() else path).stat().st_mtime_ns


def _hold(path: Path) -> Keeper | None:
    lock = None
    try:
        lock = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if lock is not None:
            os.close(lock)
        return None
    return Keeper(path, lock)
