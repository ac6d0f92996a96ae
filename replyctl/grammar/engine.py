"""What an engine is: it takes a text with masks and gives what is misspelt or ungrammatical in it. And who makes one."""

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
    """What may stand in its place, the likeliest first."""


class EngineFailed(Exception):
    """The engine is not there, does not answer, or answers nonsense; the message says which."""


class Checker(Protocol):
    """What checks texts: an engine, or several behind one face."""

    def check(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        """The mistakes in `text`, in its order; nothing that touches a mask. EngineFailed otherwise.

        `language` is a BCP 47 tag.
        """
        ...


class Engine(Checker, Protocol):
    """An engine."""

    @property
    def label(self) -> str:
        """As people call it, with where it is if that is not here."""
        ...

    @property
    def tells_language(self) -> bool:
        """Whether it can be asked about a text of some length in a language that nobody knows (`und`)."""
        ...

    @property
    def languages(self) -> Collection[str]:
        """The languages it knows, by primary tag. EngineFailed where it cannot say."""
        ...

    def warm(self) -> None:
        """Begin in a thread what takes long."""
        ...


class Maker(Protocol):
    """What the file of an engine holds. Its name is what users write."""

    def made(self, settings: Grammar, tell: Tell, fail: Tell, /) -> Engine | None:
        """The engine, None where there is none; `tell` and `fail` hear what users should know and what went wrong."""
        ...

    def lacking(self, language: str, /) -> str:
        """Why it checks no text in this language (a primary tag) where it did not, and what would help."""
        ...

    def described(self, settings: Grammar, /) -> Iterator[str]:
        """Where it is and whether it is ready, a line each."""
        ...
