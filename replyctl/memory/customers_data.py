"""What is kept of customers outlives a command, but not for ever: it expires, or is forgotten when the agent says so."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import NamedTuple

from replyctl import paths, temporary
from replyctl.errors import OutputError
from replyctl.memory import last, unfinished, usage

_DAY = 24 * 60 * 60


class Forgotten(NamedTuple):
    """What is gone, and what could not go."""

    unfinished: int
    """Number of unfinished replies."""
    last: bool
    """Whether there was a last reply."""
    opened: int
    """Number of unfinished replies that are open in another terminal, and stay."""
    used: bool = False
    """Whether it was known which snippets were used, and when last."""


def expire(days: int) -> None:
    """Forget what was saved more than `days` days ago. What cannot be removed stays until the next time."""
    with suppress(OutputError):
        _forget(time.time() - days * _DAY)


def forget() -> Forgotten:
    """Forget all, also when a snippet was used last: that tells of a customer too. OutputError if something cannot be removed."""
    return _forget(None)._replace(used=usage.forget())


def _forget(before: float | None) -> Forgotten:
    gone, opened = unfinished.forget(before)
    was_there = last.forget(before)
    if folder := paths.state():
        temporary.clear(folder)
    return Forgotten(gone, was_there, opened)
