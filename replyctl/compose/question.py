"""One question of a composition: what is asked, with what it offers and what it accepts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from replyctl.errors import ValueRefused

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.library.snippet import FieldType


def _anything(_text: str) -> None:
    """Accept every text."""


@dataclass(frozen=True, slots=True)
class Question:
    """What this reply needs, or could change."""

    name: str
    """The value's dotted name: `order`, `customer.name`, `parts.replacement`, `text` (for `--blank`)."""
    prompt: str
    """The question as the agent reads it, one line."""
    type: FieldType = "text"
    """What kind of value it takes; `bool` for parts."""
    example: str = ""
    """Shown greyed, never used."""
    default: str = ""
    """What an empty answer means; "" where there is none."""
    choices: tuple[str, ...] = ()
    """What can be picked, as it is shown and as it is answered."""
    other: bool = False
    """Whether free text is taken beside the choices."""
    optional: bool = False
    """Whether it may stay empty."""
    answered: str | None = None
    """The value's text as an agent would type it, None while there is no value from any source."""
    refused: str = ""
    """Why what was given for it is not taken."""
    validator: Callable[[str], object] = field(default=_anything, repr=False, compare=False)
    """Raises ValueRefused for a text that does not fit."""

    def check(self, text: str) -> str | None:
        """The message if `text` is refused, None if it is taken. An empty text stands for the default."""
        if not text.strip() and (self.optional or self.default):
            return None
        try:
            self.validator(text)
        except ValueRefused as refused:
            return refused.message
        return None
