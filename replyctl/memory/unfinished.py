"""A reply in progress, saved after every answer, so that nothing typed is lost.

Each has its own folder under `unfinished/`. The process that works on it holds a lock on the folder, which the
system releases whenever the process ends; a reply that is open in another terminal is never taken over.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from replyctl import paths
from replyctl.compose.start import Start
from replyctl.errors import OutputError
from replyctl.files import write_atomic

if TYPE_CHECKING:
    from pathlib import Path

_FOLDER, _FILE = "unfinished", "state.json"
RESUME = "continue with `replyctl compose --resume`"
"""The hint when something was kept."""
MOST = 50
"""Number of unfinished replies kept; older ones are deleted, since they hold customers' text."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Unfinished:
    """The start of a reply, and the answers so far."""

    start: Start = field(default_factory=Start)
    answers: Mapping[str, str] = field(default_factory=dict)
    """Text by question, in the order of asking; "" if the question was skipped."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """Text typed into a question that was left unanswered."""
    body: str | None = None
    """The edited body, None if unchanged."""
    subject: str | None = None
    """The changed subject, None if unchanged."""
    silenced: tuple[tuple[str, str], ...] = ()
    """Problems that the agent accepts: rule and quoted text."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed or accepted: there is nothing to go on with but the command line."""
        typed = (*self.answers.values(), *self.typed.values())
        changed = self.body is not None or self.subject is not None or bool(self.silenced)
        return not changed and not any(text.strip() for text in typed)


class Keeper:
    """The place of one unfinished reply, held by this process."""

    def __init__(self, path: Path, lock: int) -> None:
        self.path = path
        """Its folder, deleted when the reply is done."""
        self._lock = lock

    def save(self, state: Unfinished) -> None:
        """Save `state` atomically, mode 600. Raises OutputError."""
        flat = asdict(state)
        write_atomic(self.path / _FILE, json.dumps(flat.pop("start") | flat).encode(), 0o600)

    def load(self) -> Unfinished | None:
        """The saved state, None if there is none. Raises one of restore.UNREADABLE if it cannot be read."""
        from replyctl.memory import restore

        found = restore.content(self.path / _FILE)
        if found is None:
            return None
        return restore.fitted(Unfinished, {**found, "start": restore.fitted(Start, found)})

    def forget(self) -> None:
        """The reply is done: remove what was kept of it."""
        from shutil import rmtree

        rmtree(self.path, ignore_errors=True)  # an editor may leave other files there
        self.release()

    @property
    def written(self) -> float:
        """When it was saved last, in seconds since 1970."""
        return _written(self.path) / 1e9

    def retaken(self) -> Keeper | None:
        """Held again after `release`; None if another process has it, or it is gone."""
        return _hold(self.path)

    def release(self) -> None:
        """Let another process take it over."""
        os.close(self._lock)


def begin() -> Keeper:
    """A place for a new reply. Raises OutputError."""
    home = paths.private(paths.state(_FOLDER))
    for old in _newest_first()[MOST - 1 :]:
        if keeper := _hold(old):
            keeper.forget()
    keeper = _hold(paths.private(home / f"{time.time_ns()}-{os.getpid()}"))
    if keeper is None:
        raise OutputError(f"cannot lock a folder in {home}")
    return keeper


def forget(before: float | None) -> tuple[int, int]:
    """Remove those saved before that moment (None: all). Returns how many, and how many are open elsewhere and stay.

    Raises OutputError if one cannot be removed.
    """
    gone = opened = 0
    for path in _newest_first():
        if before is not None and _written(path) >= before * 1e9:
            continue
        if keeper := _hold(path):
            keeper.forget()
            if path.exists():
                raise OutputError(f"cannot remove {path}")
            gone += 1
        else:
            opened += path.exists()
    return gone, opened


def newest() -> tuple[list[tuple[Keeper, Unfinished]], list[Path]]:
    """The replies not open in another terminal, newest first (only that one stays locked); the unreadable files."""
    from replyctl.memory import restore

    found: list[tuple[Keeper, Unfinished]] = []
    unreadable: list[Path] = []
    for keeper in filter(None, map(_hold, _newest_first())):
        try:
            state = keeper.load()
        except restore.UNREADABLE:
            unreadable.append(keeper.path / _FILE)
            state = None
        if state is None or found:
            keeper.release()
        if state is not None:
            found.append((keeper, state))
    return found, unreadable


def _newest_first() -> list[Path]:
    home = paths.state(_FOLDER)
    try:
        folders = [path for path in home.iterdir() if path.is_dir()] if home else []
    except OSError:
        return []
    return sorted(folders, key=_written, reverse=True)


def _written(path: Path) -> int:
    for one in (path / _FILE, path):
        with suppress(OSError):
            return one.stat().st_mtime_ns
    return 0


def _hold(path: Path) -> Keeper | None:
    lock = None
    try:
        import fcntl

        lock = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        if lock is not None:
            os.close(lock)
        return None
    return Keeper(path, lock)
