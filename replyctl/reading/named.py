"""Tells whether words of a text name a known person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.language.names import plain
from replyctl.people.called import Called, fits, words
from replyctl.people.name_scripts import script

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replyctl.language import Language
    from replyctl.people.name import Name

_SHORTEST = 3
"""The fewest letters of a name in capitals: two may be initials."""


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


def in_wrong_letters(greeted: Iterable[str], parts: Iterable[str], wanted: Iterable[str]) -> list[tuple[str, str]]:
    """The words that are a part of the name all in capitals, or all in small letters, each with that part.

    Initials may be in capitals (JP), and whoever signs in small letters is `wanted` so.
    """
    right = {plain(part): part for part in parts}
    own = {word for one in wanted for word in one.split()}
    pairs = [(word, right[plain(word)]) for word in greeted if plain(word) in right and word not in own]
    small = all(word.islower() for word, _ in pairs)  # else it may be a particle: Jan van der Berg
    return [
        (word, part)
        for word, part in pairs
        if word.casefold() == part.casefold()
        and word != part
        and (small or (word.isupper() and len(word) >= _SHORTEST))
    ]


def stands_in(name: str, text: Sequence[str], language: Language) -> bool | None:
    """Whether a part of `name` is among the words of a text; None if they share no script."""
    parts = [part.strip(".,") for part in name.split()]
    if any(fits(word, part, language) for part in parts for word in text):
        return True
    return False if any(script(part) in {script(word) for word in text} for part in parts) else None
