"""Splits one person's name into given and family name, in three kinds of script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language.names import plain
from replyctl.people import latin, order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replyctl.language import Language
    from replyctl.language.names import Names

DOTS = "[·•・‧]"
_WITH_TWO = 3
"""The words of a given name and two family names."""
_INITIAL = re.compile(r"\w[.'׳’]?")
"""One letter of a name, which nobody is called by."""
_FULL_NAME = 2
"""The most characters of a given name that follows its family name."""


def parts(bare: str, languages: Sequence[Language], *, titled: bool, to_given: bool) -> tuple[str, str]:
    """The given and family name in `bare`, which has no title; both are empty if their order is not known.

    `languages` begin with the name's own. If the name is `titled`, a single word is the family name, unless the title
    goes with given names (`to_given`).
    """
    own = tables(languages)[0]
    words = bare.split()
    if own.family_first and not re.search(r"[A-Za-z]", bare):
        return _family_first(bare, own)
    if "," in bare:
        return _turned(bare) if _has_letters(bare, languages) else _turned_latin(bare, own)
    if len(words) > 1:
        return _of_words(bare, words, languages)
    alone = "" if latin.is_initial(bare) else bare
    return ("", bare) if titled and not to_given else (alone, "")


def _of_words(bare: str, words: Sequence[str], languages: Sequence[Language]) -> tuple[str, str]:
    known = tables(languages)
    own = known[0]
    if order.is_unknown(words, known):
        return "", ""
    if any(plain(word) in own.fathers for word in words[1:-1]):
        return words[0], ""  # the last word is the father's name, so a title goes with the whole name
    count = _given_words(words, own)
    if 1 < count < len(words) and _opens_either(words, own):
        return "", ""
    if count > 1:
        return " ".join(words[:count]), " ".join(words[count:])
    if len(words) == _WITH_TWO and plain(words[1]) in own.doubled and not latin.is_initial(words[0]):
        return words[0], " ".join(words[1:])
    return _spaced(words, own) if _has_letters(bare, languages) else latin.parts(bare)


def tables(languages: Iterable[Language]) -> list[Names]:
    """What each of these languages knows about names, if it has a salutation."""
    return [one.salutation.names for one in languages if one.salutation]


def turned(bare: str, languages: Sequence[Language]) -> str:
    """The name in spoken order; a comma shows that it is turned round."""
    if "," not in bare:
        return bare
    return " ".join(reversed(_pieces(bare))) if _has_letters(bare, languages) else latin.turned(bare)


def _has_letters(bare: str, languages: Sequence[Language]) -> bool:
    """Whether the name is written in its language's own letters, without Latin ones."""
    return bool(languages[0].letters) and not re.search(r"[A-Za-z]", bare)


def _pieces(bare: str) -> list[str]:
    return [piece for piece in map(str.strip, bare.split(",", 1)) if piece]


def _turned(bare: str) -> tuple[str, str]:
    family, given = (*_pieces(bare), "")[:2]
    return given, family


def _turned_latin(bare: str, own: Names) -> tuple[str, str]:
    """A given name of several words behind the comma is whole: "Fernández Gutiérrez, María José"."""
    pieces = [*_pieces(bare), ""]
    words = pieces[1].split()
    double = " ".join(words[:2])
    return (double, pieces[0]) if plain(double) in own.compounds else latin.parts(bare)


def _family_first(bare: str, own: Names) -> tuple[str, str]:
    if re.search(DOTS, bare):  # given name first; the last part may be the father's name, so a title goes with all
        return re.split(DOTS, bare)[0], ""
    joined = bare.replace(" ", "")
    if joined in own.by_sound or joined[-1:] in own.by_sound:
        return "", ""
    family = next((joined[:size] for size in (2, 1) if joined[:size] in own.family_names), "")
    return (joined[len(family) :], family) if family and len(joined) <= len(family) + _FULL_NAME else ("", "")


def _given_words(words: Sequence[str], own: Names) -> int:
    """How many of the first words are one given name: "Mary Ann", "Abdul Rahman", בת שבע."""
    forms = [plain(word) for word in words]
    count = 1
    while count < len(forms) and forms[count - 1] in own.halves:
        count += 1 + (count + 1 < len(forms) and forms[count] in own.particles)
    if count == 1 and " ".join(forms[:2]) in own.compounds:
        count = 2
    return count if count < len(words) or forms[0] in own.halves else 1


def _opens_either(words: Sequence[str], own: Names) -> bool:
    """Whether the first word opens given names and family names alike (אבו חאטום סלים, אבו מאזן כהן)."""
    first = plain(words[0])
    return first in own.halves and first in own.particles and plain(" ".join(words[:2])) not in own.compounds


def _spaced(words: Sequence[str], own: Names) -> tuple[str, str]:
    """The given name is first; the family name is the last word, or starts at a particle (בן דוד)."""
    opens = (at for at, word in enumerate(words[1:-1], 1) if plain(word).split("-")[0] in own.particles)
    given = "" if _INITIAL.fullmatch(words[0]) else words[0]
    return given, " ".join(words[next(opens, len(words) - 1) :])
