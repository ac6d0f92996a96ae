"""The answers of a first-run set-up that was left before its end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field

from replyctl import paths
from replyctl.files import write_atomic

_FILE = "setup.json"


@dataclass(frozen=True, kw_only=True, repr=False)
class SetupAnswers:
    """What was typed so far."""

    answers: Mapping[str, str] = field(default_factory=dict)
    """By setting, in the order of asking; "" if the question was skipped."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """Text typed into a question that was left unanswered."""


def save(state: SetupAnswers) -> None:
    """Keep `state`, atomically, mode 600. Raises OutputError."""
    write_atomic(paths.private(paths.state()) / _FILE, json.dumps(asdict(state)).encode(), 0o600)


def load() -> SetupAnswers:
    """What was kept; nothing where there is no file, or it cannot be used."""
    from replyctl.memory import restore

    with suppress(*restore.UNREADABLE):
        return restore.read(paths.state(_FILE), SetupAnswers) or SetupAnswers()
    return SetupAnswers()


def forget() -> None:
    """The set-up is done."""
    if file := paths.state(_FILE):
        with suppress(OSError):
            file.unlink()
