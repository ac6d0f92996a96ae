"""Finds typing slips of a language without word breaks: a character in the place of one that sounds or looks like it.

A slip is two characters that are no word, are not parts of the words beside them, and become a frequent word when one of
them is replaced. Where both can stand alone they may be two words, so that only those that people take for one another count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache as once
from itertools import pairwise
from typing import NamedTuple

from replyctl.language import load
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit

_PAIR = 2
"""The characters of a word here."""
_KEPT = "_"
"""In a value: the character that stays. It also tells that the better word is a guess."""


class _Lexicon(NamedTuple):
    """A language's words of two characters and characters that are alike; words as the second characters by the first."""

    meant: Mapping[str, str]
    """Words of which slips are looked for."""
    known: Mapping[str, str]
    """The other words."""
    taken: Mapping[str, str]
    """By a character those that people take for it."""
    alike: Mapping[str, str]
    """And those that sound the same."""
    lone: frozenset[str]
    """Characters that can be words."""
    function: frozenset[str]
    """And those that nearly always are."""
    endings: frozenset[str]
    """Characters that make a longer noun of a word."""

    def has(self, first: str, second: str) -> bool:
        """Whether the two are a word."""
        return second in self.meant.get(first, "") or second in self.known.get(first, "")

    def better(self, first: str, second: str) -> str:
        """What the two stand for, as a value; "" if nothing is known."""
        if first in self.function and second in self.function:
            return ""
        found = self._better(first, second, self.taken)
        if found or (first in self.lone and second in self.lone):
            return found
        return self._better(first, second, self.alike)

    def _better(self, first: str, second: str, others: Mapping[str, str]) -> str:
        for one in others.get(first, ""):
            if second in self.meant.get(one, ""):
                return f"{one}{_KEPT}"
        return next((f"{_KEPT}{one}" for one in self.meant.get(first, "") if one in others.get(second, "")), "")


@remembered
def homophones(piece: Cut) -> list[Hit]:
    """Each slip; the value keeps the character that is right."""
    return list(_found(piece, _lexicon(piece.language.code))) if _has_words(piece) else []


def begins_inside_word(piece: Cut, hit: Hit) -> bool:
    """Whether the phrase begins with the second half of a known word; never in a language that has no such list."""
    return _has_words(piece) and _ends_word(piece, _lexicon(piece.language.code), hit.first)


def is_two_halves(piece: Cut, hit: Hit) -> bool:
    """Whether it is two characters that are parts of the known words beside them."""
    return (
        hit.last - hit.first == _PAIR
        and _has_words(piece)
        and _belongs(piece, _lexicon(piece.language.code), hit.first)
    )


def _has_words(piece: Cut) -> bool:
    return bool(piece.language.sets.get("slip-words"))


def _found(piece: Cut, lexicon: _Lexicon) -> Iterator[Hit]:
    words = piece.words
    pairs = [False, *(lexicon.has(*pair) for pair in pairwise(words)), False]
    for at, pair in enumerate(pairwise(words)):
        if (
            pairs[at + 1]
            or pair[0] == pair[1]
            or (any(pairs[max(at - 1, 0) : at + 3]) and _belongs(piece, lexicon, at))
        ):
            continue
        better = lexicon.better(*pair)
        if better and _touch(piece, at):
            yield Hit(at, at + _PAIR, better)


def _belongs(piece: Cut, lexicon: _Lexicon, at: int) -> bool:
    """Whether one of the two characters from `at` on makes a known word with the one beside it."""
    return (
        _ends_word(piece, lexicon, at)
        or (at + _PAIR < len(piece.words) and _ends_word(piece, lexicon, at + _PAIR))
        or _ends_noun(piece, lexicon, at)
    )


def _ends_noun(piece: Cut, lexicon: _Lexicon, at: int) -> bool:
    """Whether the character at `at` makes a longer noun of the known word before it (毕业证)."""
    return (
        piece.words[at] in lexicon.endings and at > 1 and _touch(piece, at - 1) and _ends_word(piece, lexicon, at - 1)
    )


def _ends_word(piece: Cut, lexicon: _Lexicon, at: int) -> bool:
    """Whether the character at `at` makes a known word with the one before it."""
    return at > 0 and _touch(piece, at - 1) and lexicon.has(piece.words[at - 1], piece.words[at])


def _touch(piece: Cut, at: int) -> bool:
    """Whether nothing stands between the word and the next one."""
    return piece.ends[at] == piece.starts[at + 1]


@once
def _lexicon(code: str) -> _Lexicon:
    sets = load(code).sets
    return _Lexicon(
        _by_first(sets.get("slip-words", ())),
        _by_first(sets.get("known-words", ())),
        _by_member(sets.get("taken-characters", ())),
        _by_member(sets.get("sound-alikes", ())),
        frozenset("".join((*sets.get("lone-characters", ()), *sets.get("function-characters", ())))),
        frozenset("".join(sets.get("function-characters", ()))),
        frozenset("".join(sets.get("compound-endings", ()))),
    )


def _by_first(entries: Iterable[str]) -> Mapping[str, str]:
    found: defaultdict[str, str] = defaultdict(str)
    for entry in sorted(entries):
        found[entry[0]] += entry[1:]
    return dict(found)


def _by_member(groups: Iterable[str]) -> Mapping[str, str]:
    """By each character those that share a group with it."""
    found: defaultdict[str, str] = defaultdict(str)
    for group in sorted(groups):
        for one in group:
            found[one] += group.replace(one, "")
    return dict(found)
