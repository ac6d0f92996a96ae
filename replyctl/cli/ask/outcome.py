"""What passes between the parts of asking: a question's surroundings and outcome, and the search of the picker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from replyctl.errors import ValueRefused
from replyctl.library.snippet import Snippet

if TYPE_CHECKING:
    from replyctl.compose.prompts import Prompt

Finder = Callable[[str], Sequence[Snippet]]
"""The snippets for what was typed, best first; all of them for an empty text."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where to, and what stood in the question."""

    to: Literal["next", "back", "leave"]
    text: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands above a question."""

    heading: str = ""
    """What the reply is, and how far it is."""
    trail: Sequence[tuple[str, str]] = ()
    """Prompts and answers so far."""
    refused: str = ""
    """Why the answer that stands there was not taken."""


def is_yes(prompt: Prompt, text: str) -> bool:
    """Whether `text` means yes, in whatever language it is; the question itself knows."""
    try:
        return prompt.validator(text) is True
    except ValueRefused:
        return False


def brief(prompt: Prompt) -> str:
    """The answer, or the default that stands for it, on one line."""
    text = prompt.answered or prompt.default
    return (text.replace("\n", ", ") if prompt.kind.gives == "tuple" else text) or "–"
