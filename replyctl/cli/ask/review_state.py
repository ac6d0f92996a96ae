"""What the review shows, and its keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem
    from replyctl.reading.answers import Answer

DONE, LEAVE = "d", "q"
"""The keys that leave the review."""


class Key(NamedTuple):
    """A key of the review."""

    letter: str
    label: str
    does: Callable[..., str]
    """Called with the Revision and the Reply; returns a message for the agent."""
    rewrites: bool = False
    """Whether it rewrites the text and so drops the agent's edits."""
    also: str = ""
    """Other keys for it on a screen."""
    gives_out: str = ""
    """What it does to the reply, where it gives it out: it asks once more about one with an error."""


@dataclass(slots=True)
class ReviewState:
    """The reply with its problems."""

    reply: Reply
    problems: Sequence[Problem]
    """In display order, the worst first."""
    keys: Sequence[Key]
    held: str = ""
    """Why the reply would be held back, or ""."""
    notice: str = ""
    """What the last key did."""
    scroll: int = 0
    """The first visible line of the body."""
    answers: Sequence[Answer] = ()
    """The customer's questions."""
    unseen: bool = False
    """Whether the reply, or what is asked about it, is new: no key typed before it was shown may act on it."""


def spans(state: ReviewState) -> list[tuple[int, int, str]]:
    """Start, end and severity of each problem in the body."""
    return [
        (problem.start, problem.end, str(problem.severity))
        for problem in state.problems
        if problem.zone not in {"subject", "mail"} and problem.start < problem.end
    ]
