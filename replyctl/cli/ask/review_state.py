"""What the review shows, and its keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem
    from replyctl.reading.answers import Answer

DONE, LEAVE, BACK = "d", "q", "<"
"""The keys that leave the review: with the reply, without it, to the last question."""


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
    of_problem: bool = False
    """Whether it acts on the current problem."""


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
    current: int = 0
    """The problem that the keys act on."""
    unseen: bool = False
    """Whether the reply, or what is asked about it, is new: no key typed before it was shown may act on it."""

    @property
    def useful(self) -> list[Key]:
        """The keys to offer."""
        return [key for key in self.keys if self.problems or not key.of_problem]


def spans(state: ReviewState) -> list[tuple[int, int, str]]:
    """Start, end and style of each problem in the body, the current one first."""
    first = state.problems[state.current : state.current + 1]
    return [
        (
            problem.start,
            problem.end,
            f"class:found class:{problem.severity}{' class:chosen' if problem in first else ''}",
        )
        for problem in (*first, *state.problems)
        if in_body(problem)
    ]


def in_body(problem: Problem) -> bool:
    """Whether the problem has a place in the body."""
    return problem.zone not in {"subject", "mail"} and problem.start < problem.end
