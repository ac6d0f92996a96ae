"""The forms of the verbs and adjectives that agree with a noun, in languages that list how they are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache as once
from typing import NamedTuple

from replyctl.language import load
from replyctl.reading.edits import Letters

MASCULINE, FEMININE, SEVERAL, SEVERAL_FEMININE = range(4)
"""What a form goes with: the order of the forms of one word."""


class WordForm(NamedTuple):
    """One form of a word."""

    of: tuple[str, ...]
    """All forms of that word: for one that is masculine, for one that is feminine, for several."""
    fits: frozenset[int]
    """What this one goes with."""

    def fitting(self, wanted: int) -> str:
        """The form for what is wanted, "" if it is not known."""
        if wanted == SEVERAL_FEMININE and len(self.of) == SEVERAL_FEMININE:
            return self.of[SEVERAL]
        return self.of[wanted] if wanted < len(self.of) else ""


@once
def forms(code: str, *names: str) -> Mapping[str, WordForm]:
    """All forms of the words in these lists, whose groups tell how the others are made of the first.

    "+ה" is put at the end, "ת+" in place of the first letter, "=אלה" is the whole word; of three forms the last goes with
    several of both genders.
    """
    language = load(code)
    letters, known = Letters(language), dict[str, WordForm]()
    for base, group in (one for name in names for one in language.groups.get(name, {}).items()):
        of = (base, *(_made(base, part, letters) for part in group.removeprefix("=").split()))
        for form in of:
            known.setdefault(form, WordForm(of, frozenset(_fits(of, form))))
    return known


def _fits(of: tuple[str, ...], form: str) -> Iterator[int]:
    yield from (at for at, one in enumerate(of) if one == form)
    if len(of) == SEVERAL + 1 and form == of[SEVERAL]:
        yield SEVERAL_FEMININE


def _made(base: str, part: str, letters: Letters) -> str:
    if part.startswith("="):
        return part[1:]
    return letters.plain(base) + part[1:] if part.startswith("+") else part[:-1] + base[1:]
