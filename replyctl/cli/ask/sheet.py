"""What the review shows, and what the agent can do there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem
    from replyctl.reading.answers import Answer

Action = Literal["copy", "subject", "edit", "change", "parts", "save", "done", "leave"]
KEYS: tuple[tuple[str, Action, str], ...] = (
    ("c", "copy", "copy"),
    ("s", "subject", "copy subject"),
    ("e", "edit", "edit"),
    ("v", "change", "values"),
    ("p", "parts", "parts"),
    ("w", "save", "save"),
    ("d", "done", "done"),
    ("q", "leave", "leave"),
)
"""Key, what it does, and how the review calls it."""


@dataclass(slots=True)
class Sheet:
    """The reply with what was found in it."""

    reply: Reply
    problems: Sequence[Problem]
    """As the agent sees them, the worst first."""
    held: str = ""
    """Why the reply is not printed as it is, "" if it is."""
    notice: str = ""
    """What the last key did."""
    scroll: int = 0
    """The first line of the body that is seen."""
    answers: Sequence[Answer] = ()
    """The customer's questions."""


def spans(sheet: Sheet) -> list[tuple[int, int, str]]:
    """Start, end and severity of what was found in the body."""
    return [
        (problem.start, problem.end, str(problem.severity))
        for problem in sheet.problems
        if problem.zone not in {"subject", "mail"} and problem.start < problem.end
    ]
