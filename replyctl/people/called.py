"""What a customer may rightly be called: the parts of the name, known short forms of it, and the name that they sign with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.language import available, load
from replyctl.language.names import plain
from replyctl.people.name_scripts import script
from replyctl.people.parts import DOTS, tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replyctl.language import Language
    from replyctl.language.names import Names
    from replyctl.people.name import Name

_CUT = rf"[\s,，、/&+()（）-]+|{DOTS}"
_HYPHENS = str.maketrans("־‐‑–", "----")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_SHORTEST, _LONGEST, _LEFT_OUT = 2, 5, 3
"""A beginning of a given name is a short form of it with so many letters, where it leaves out so many."""
_COMPOUND = 2
"""Characters of a family name that is not one."""
_HAN = "CJK"


class Called(NamedTuple):
    """The words that are right for somebody, in plain form."""

    words: frozenset[str]
    given: frozenset[str]
    """Those of them that a short form may be of."""
    language: Language

    @classmethod
    def of(cls, name: Name, language: Language, more: Iterable[str] = ()) -> Called:
        """For `name` in a text of `language`; `more` is what the customer wants to be called beside it."""
        parts = words(name.full)
        if name.kind == "several":
            parts += [word for person in _split(name.full, language) for word in words(person)]
        given = {plain(word) for word in (words(name.given) or parts[:1])}
        right = {form for part in (*parts, *name.full.split(), *name.notes, *more) for form in _spelt(part)}
        right |= {form for one in (*name.notes, *more) for part in words(one) for form in _spelt(part)}
        return cls(frozenset(right | _short_forms(given)), frozenset(given), language)

    def fits(self, word: str) -> bool:
        """Whether the customer may be called so; of a Chinese run of characters it is enough that a part is right."""
        if script(word) == _HAN:
            return any(self._fits_han(part) for part in (word, *_split(word, self.language)))
        pieces = words(word) or [word]
        return all(self._fits(piece) for piece in pieces) or plain(word) in self.words

    def _fits(self, word: str) -> bool:
        from replyctl.text.phrases import stems

        form = plain(word)
        glued = (plain(stem) for stem in stems(word, self.language.prefixes))
        return form in self.words or any(stem in self.words for stem in glued) or self._shortens(form)

    def _shortens(self, form: str) -> bool:
        """Whether it is the beginning of the given name, and no given name of its own (Daniel of Daniela, Ann of Anna)."""
        return (
            _SHORTEST <= len(form) <= _LONGEST
            and any(name.startswith(form) and len(name) - len(form) >= _LEFT_OUT for name in self.given)
            and not any(form in table.short_forms for table in _tables())
        )

    def _fits_han(self, word: str) -> bool:
        bare = _read(untitled(word, self.language))
        han = [table for table in _tables() if table.family_first]
        names = {_read(untitled(name, self.language)) for name in self.words}
        return any(bare in _han_forms(name, table) for name in names for table in han)


def fits(word: str, name: str, language: Language, *, given: bool = False) -> bool:
    """Whether `word` is `name`, or where that is a `given` name a short form of it; Chinese names also in part."""
    forms = frozenset(_spelt(name))
    if not plain(word) or not forms:
        return False
    given_forms = frozenset({plain(name)}) if given else frozenset()
    return Called(forms | _short_forms(given_forms), given_forms, language).fits(word)


def words(name: str) -> list[str]:
    """The words of a name, also those that a hyphen joins."""
    return [word for word in re.split(_CUT, name.translate(_HYPHENS)) if any(map(str.isalpha, word))]


def untitled(name: str, language: Language) -> str:
    """`name` without a title that is written on to it without a space."""
    forms = language.salutation.before if language.salutation and not name.isascii() else {}
    title = max((form for form in forms if name.endswith(form)), key=len, default="")
    return name.removesuffix(title)


def _tables() -> list[Names]:
    return tables(map(load, available()))


def _spelt(word: str) -> set[str]:
    """The forms of one word: as it is, and with ae for ä."""
    return {form for form in (plain(word), plain(word.casefold().translate(_UMLAUTS))) if form}


def _short_forms(given: Iterable[str]) -> set[str]:
    """What is short for these names, and what these are short for."""
    given = set(given)
    if not given:
        return given
    groups = [(full, short) for table in _tables() for full, short in table.short_forms.items()]
    return {form for full, short in groups if full in given for form in short} | {
        full for full, short in groups if short & given
    }


def _read(word: str) -> str:
    for table in _tables():
        word = word.translate(table.variants)
    return word


def _split(word: str, language: Language) -> list[str]:
    """The persons in a run of characters (莊先生、莊太太)."""
    joiners = [joiner for table in _tables() if table.family_first for joiner in table.joiners]
    return re.split("|".join(map(re.escape, joiners)), word) if joiners and language.by_character else []


def _han_forms(name: str, table: Names) -> set[str]:
    """The whole name, the family name, the given name, or the first or the last in a familiar form."""
    family = name[:_COMPOUND] if name[:_COMPOUND] in table.family_names and len(name) > _COMPOUND else name[:1]
    familiar = {f"{one}{part}" for one in table.familiar for part in (family, name[-1:])}
    return {name, family, name.removeprefix(family), name[-1:] * 2, *familiar} - {""}
