"""The protocols of an engine, which finds misspelt and ungrammatical words in a masked text, and of its maker."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from replyctl.text.masks import Mask

if TYPE_CHECKING:
    from replyctl.config import Grammar

Kind = Literal["spelling", "grammar"]
Tell = Callable[[str], None]


class Finding(NamedTuple):
    """One mistake, in code points of the text that the engine was given."""

    start: int
    end: int
    message: str
    rule: str
    """The engine's own id."""
    kind: Kind
    suggestions: tuple[str, ...] = ()
    """Replacements, the likeliest first."""


class EngineFailed(Exception):
    """The engine is not there, does not answer, or answers nonsense; the message says which."""


class Checker(Protocol):
    """Something that checks texts: an engine, or several behind one interface."""

    def check(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        """The mistakes in `text`, in its order, none of them touching a mask. May raise EngineFailed.

        `language` is a BCP 47 tag.
        """
        ...


class Engine(Checker, Protocol):
    """An engine."""

    @property
    def label(self) -> str:
        """What people call it, with its address if it has one."""
        ...

    @property
    def tells_language(self) -> bool:
        """Whether it can check a longer text whose language is unknown (`und`)."""
        ...

    @property
    def languages(self) -> Collection[str]:
        """The languages it knows, by primary tag. EngineFailed where it cannot say."""
        ...

    def warm(self) -> None:
        """Start slow preparations in a thread."""
        ...


class Maker(Protocol):
    """What an engine's module provides; the module's name is what users write."""

    def made(self, settings: Grammar, tell: Tell, fail: Tell, /) -> Engine | None:
        """The engine, or None; `tell` is called with what users should know, `fail` with what went wrong."""
        ...

    def lacking(self, language: str, /) -> str:
        """Why it did not check a text in this language (a primary tag), and what would help."""
        ...

    def described(self, settings: Grammar, /) -> Iterator[str]:
        """Lines that say where it is and whether it is ready."""
        ...
