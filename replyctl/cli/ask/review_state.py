"""What the review shows, and what the agent can do there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem
    from replyctl.reading.answers import Answer

DONE, LEAVE = "d", "q"
"""The keys that lead out of the review."""


class Key(NamedTuple):
    """A key of the review."""

    letter: str
    label: str
    does: Callable[..., str]
    """Called with the Revision and the Reply; gives what the agent is told."""
    rewrites: bool = False
    """Whether the text is written anew, without the agent's edits."""
    also: str = ""
    """What else can be pressed for it on a screen."""


@dataclass(slots=True)
class ReviewState:
    """The reply with what was found in it."""

    reply: Reply
    problems: Sequence[Problem]
    """As the agent sees them, the worst first."""
    keys: Sequence[Key]
    held: str = ""
    """Why the reply is not printed as it is, "" if it is."""
    notice: str = ""
    """What the last key did."""
    scroll: int = 0
    """The first line of the body that is seen."""
    answers: Sequence[Answer] = ()
    """The customer's questions."""


def spans(state: ReviewState) -> list[tuple[int, int, str]]:
    """Start, end and severity of what was found in the body."""
    return [
        (problem.start, problem.end, str(problem.severity))
        for problem in state.problems
        if problem.zone not in {"subject", "mail"} and problem.start < problem.end
    ]
