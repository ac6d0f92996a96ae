"""Whether words of a text name somebody who is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.people.called import Called, fits, words
from replyctl.people.name_scripts import script

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replyctl.language import Language
    from replyctl.people.name import Name


class NameMatch(NamedTuple):
    """The words that stand in a name's place, held against the name."""

    parts: list[str]
    """Of the name."""
    words: list[str]
    """Those in a script that the name has too."""
    strange: list[str]
    """Those of them that the customer is not called by."""


def compared(greeted: Iterable[str], name: Name, language: Language, more: Sequence[str]) -> NameMatch:
    """The words of a greeting against `name` and what the customer wants to be called beside it."""
    parts = words(name.full)
    called = Called.of(name, language, more)
    own = [word for word in greeted if any(script(word) == script(part) for part in parts)]
    return NameMatch(parts, own, [word for word in own if not called.fits(word)])


def stands_in(name: str, text: Sequence[str], language: Language) -> bool | None:
    """Whether a part of `name` is among the words of a text; None where they share no script."""
    parts = [part.strip(".,") for part in name.split()]
    if any(fits(word, part, language) for part in parts for word in text):
        return True
    return False if any(script(part) in {script(word) for word in text} for part in parts) else None
