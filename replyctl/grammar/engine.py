"""What an engine is: it takes a text with masks and gives what is misspelt or ungrammatical in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple, Protocol

from replyctl.text.masks import Mask

Kind = Literal["spelling", "grammar"]


class Finding(NamedTuple):
    """One mistake, in code points of the text that the engine was given."""

    start: int
    end: int
    message: str
    rule: str
    """The engine's own id."""
    kind: Kind
    suggestions: tuple[str, ...] = ()
    """What may stand in its place, the likeliest first."""


class EngineFailed(Exception):
    """The engine is not there, does not answer, or answers nonsense; the message says which."""


class Engine(Protocol):
    """An engine."""

    @property
    def name(self) -> str:
        """As users write it."""
        ...

    @property
    def languages(self) -> Collection[str]:
        """The languages it knows, by primary tag. EngineFailed where it cannot say."""
        ...

    def check(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        """The mistakes in `text`, in its order; nothing that touches a mask. EngineFailed otherwise.

        `language` is a BCP 47 tag.
        """
        ...
