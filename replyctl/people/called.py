"""What a customer may be called: the parts of their name, its known short forms, and the name that they sign with."""

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
"""How short and how long a beginning of a given name counts as its short form, and how much it must leave out."""
_COMPOUND = 2
"""Characters in a compound Chinese family name."""
_HAN = "CJK"


class Called(NamedTuple):
    """The words that somebody may be called by, in plain form."""

    words: frozenset[str]
    given: frozenset[str]
    """Their given names, which may also be shortened."""
    language: Language
    title: str = ""
    """Their own title as written, which may be one that no table knows."""

    @classmethod
    def of(cls, name: Name, language: Language, more: Iterable[str] = ()) -> Called:
        """For `name` in a text in `language`; `more` holds other names that the customer uses."""
        parts = words(name.full)
        if name.kind == "several":
            parts += [word for person in _split(name.full, language) for word in words(person)]
        given = {plain(word) for word in (words(name.given) or parts[:1])}
        right = {form for part in (*parts, *name.full.split(), *name.notes, *more) for form in _spelt(part)}
        right |= {form for one in (*name.notes, *more) for part in words(one) for form in _spelt(part)}
        return cls(frozenset(right | _short_forms(given)), frozenset(given), language, name.title)

    def fits(self, word: str) -> bool:
        """Whether the customer may be called `word`; in a run of Chinese characters one right part is enough."""
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
        """Whether `form` begins the given name and is not a name of its own, as Daniel is beside Daniela."""
        return (
            _SHORTEST <= len(form) <= _LONGEST
            and any(name.startswith(form) and len(name) - len(form) >= _LEFT_OUT for name in self.given)
            and not any(form in table.short_forms for table in _tables())
        )

    def _fits_han(self, word: str) -> bool:
        bare = _read(untitled(word, self.language)).removesuffix(_read(self.title))
        han = [table for table in _tables() if table.family_first]
        names = {_read(untitled(name, self.language)) for name in self.words}
        return any(bare in _han_forms(name, table) for name in names for table in han)


def fits(word: str, name: str, language: Language, *, given: bool = False) -> bool:
    """Whether `word` is `name`, part of it if it is Chinese, or its short form if it is a `given` name."""
    forms = frozenset(_spelt(name))
    if not plain(word) or not forms:
        return False
    given_forms = frozenset({plain(name)}) if given else frozenset()
    return Called(forms | _short_forms(given_forms), given_forms, language).fits(word)


def words(name: str) -> list[str]:
    """The words of a name; a hyphen separates words too."""
    return [word for word in re.split(_CUT, name.translate(_HYPHENS)) if any(map(str.isalpha, word))]


def untitled(name: str, language: Language) -> str:
    """`name` without a title that is attached to its end without a space."""
    forms = language.salutation.before if language.salutation and not name.isascii() else {}
    title = max((form for form in forms if name.endswith(form)), key=len, default="")
    return name.removesuffix(title)


def _tables() -> list[Names]:
    return tables(map(load, available()))


def _spelt(word: str) -> set[str]:
    """The plain forms of one word: as it is, and with ae for ä."""
    return {form for form in (plain(word), plain(word.casefold().translate(_UMLAUTS))) if form}


def _short_forms(given: Iterable[str]) -> set[str]:
    """The short forms of these names, and the names that these are short for."""
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
    """The people named in one run of characters (莊先生、莊太太)."""
    joiners = [joiner for table in _tables() if table.family_first for joiner in table.joiners]
    return re.split("|".join(map(re.escape, joiners)), word) if joiners and language.by_character else []


def _han_forms(name: str, table: Names) -> set[str]:
    """All forms of a Chinese name: whole, family name, given name, and the familiar forms (小王, 娜娜)."""
    family = name[:_COMPOUND] if name[:_COMPOUND] in table.family_names and len(name) > _COMPOUND else name[:1]
    familiar = {f"{one}{part}" for one in table.familiar for part in (family, name[-1:])}
    return {name, family, name.removeprefix(family), name[-1:] * 2, *familiar} - {""}
