"""Shared types: a question's surroundings and outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from replyctl.errors import ValueRefused

if TYPE_CHECKING:
    from pathlib import Path

    from replyctl.compose.page.sketch import Sketch
    from replyctl.compose.prompts import Prompt


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the agent went, and what was typed."""

    to: Literal["next", "back", "leave", "edit"]
    text: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is shown above a question."""

    heading: str = ""
    """The reply's title."""
    place: str = ""
    """The number of the question, and of how many."""
    trail: Sequence[tuple[str, str]] = ()
    """Prompts and answers so far."""
    refused: str = ""
    """Why the answer was refused."""
    notice: str = ""
    """What happened since the last question, such as a look-up that failed."""
    sketch: Callable[[str], Sketch | None] | None = None
    """The reply so far, for what is typed; None where there is none."""
    folder: Callable[[], Path | None] = lambda: None
    """Where to keep a file for the agent's editor."""


def is_yes(prompt: Prompt, text: str) -> bool:
    """Whether `text` means yes in any language that the prompt understands."""
    try:
        return prompt.validator(text) is True
    except ValueRefused:
        return False


def brief(prompt: Prompt) -> str:
    """The answer, or its default, on one line, as it is printed."""
    text = prompt.answered or prompt.default
    text = prompt.printed(text) or text
    return (text.replace("\n", ", ") if prompt.kind.gives == "tuple" else text) or "–"
