"""Tells whether words of a text name a known person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.people.called import Called, fits, words
from replyctl.people.name_scripts import script

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replyctl.language import Language
    from replyctl.people.name import Name


class NameMatch(NamedTuple):
    """The words in place of a name, compared with the name."""

    parts: list[str]
    """The parts of the name."""
    words: list[str]
    """The words in a script that the name uses too."""
    strange: list[str]
    """Those of the words that the customer is not called by."""


def compared(greeted: Iterable[str], name: Name, language: Language, more: Sequence[str]) -> NameMatch:
    """Compares the words of a greeting with `name` and with `more`, other names of the customer."""
    parts = words(name.full)
    called = Called.of(name, language, more)
    own = [word for word in greeted if any(script(word) == script(part) for part in parts)]
    return NameMatch(parts, own, [word for word in own if not called.fits(word)])


def stands_in(name: str, text: Sequence[str], language: Language) -> bool | None:
    """Whether a part of `name` is among the words of a text; None if they share no script."""
    parts = [part.strip(".,") for part in name.split()]
    if any(fits(word, part, language) for part in parts for word in text):
        return True
    return False if any(script(part) in {script(word) for word in text} for part in parts) else None
