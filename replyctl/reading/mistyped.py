"""Finds typing slips: words that are one small edit away from a frequent word, and no words themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache as once
from functools import lru_cache
from typing import NamedTuple

from replyctl.language import load
from replyctl.language.names import plain
from replyctl.language.near_words import is_near
from replyctl.reading.edits import Letters
from replyctl.reading.greeting import is_title
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.phrases import stems

_SHORTEST = 4
"""The fewest letters of a frequent word whose slips are looked for."""
Halves = dict[str, list[tuple[str, str]]]
"""Frequent words, each in plain form and as written, by one half of their letters."""


class Meant(NamedTuple):
    """The frequent word that is meant, how many letters before it are prefixes, and whether only it can be meant."""

    word: str
    glued: int
    sure: bool


def mistyped(piece: Cut) -> list[Hit]:
    """Each word that is a slip of a frequent one and on no list; the value is the word meant."""
    return [Hit(at, at + 1, meant.word, meant.glued) for at, meant in _slips(piece)]


def guessed(piece: Cut) -> set[int]:
    """Where in the text a slip begins of which more than one word may be meant."""
    return {piece.starts[at] for at, meant in _slips(piece) if not meant.sure}


@remembered
def _slips(piece: Cut) -> list[tuple[int, Meant]]:
    """The slips by the indices of their words; what is written twice is meant so."""
    if not piece.language.sets.get("often-written"):
        return []
    code, written = piece.language.code, Counter(piece.words)
    listed = piece.find("misspelt", "no-slips").words
    meant = ((at, _meant(word, code)) for at, word in enumerate(piece.words) if written[word] == 1)
    found = [(at, one) for at, one in meant if one and not listed.hold(at)]
    return [(at, one) for at, one in found if not (_is_part(piece, at) or _is_name(piece, at))]


def _is_part(piece: Cut, at: int) -> bool:
    """Whether a mark joins the word to more letters, as in an abbreviation or a compound."""
    start, end = piece.span(at, at + 1)
    return any(
        len(beside) > 1 and not beside.isspace() and beside.strip()[-1:].isalpha() and not beside[0].isspace()
        for beside in (piece.text[end : end + 2], piece.text[max(start - 2, 0) : start][::-1])
    )


def _is_name(piece: Cut, at: int) -> bool:
    """Whether a given name or a title precedes the word, so that it is a family name."""
    frame, before = piece.language.salutation, piece.words[at - 1] if at else ""
    return bool(frame and plain(before) in frame.names.given_names) or is_title(piece, before)


@lru_cache(maxsize=1 << 14)
def _meant(word: str, code: str) -> Meant | None:
    """What is meant by `word`; None if it is no slip."""
    if len(word) < _SHORTEST or not word.isalpha() or word.isascii():
        return None
    frequent = _frequent(code)
    if frequent.letters.put_right(word) != word:
        right = frequent.with_ends(word)
        return Meant(right, 0, sure=frequent.knows(right)) if right else None
    forms = (word, *stems(word, frequent.prefixes))
    if not frequent.known.isdisjoint(forms):
        return None
    found = [(near, form) for form in forms for near in frequent.near(form)]
    if not found or any(is_near(form, code) for form in forms):
        return None
    near, form = max(found, key=lambda one: (len(one[1]), len(one[0]), one))
    return Meant(near, len(word) - len(form), sure=len(found) == 1 and _SHORTEST < len(near) <= len(form))


class _Frequent:
    """The frequent words of a language, by their halves: a slip leaves one right, unless it is in the middle."""

    def __init__(self, code: str) -> None:
        language = load(code)
        self.letters = Letters(language)
        self.prefixes = language.prefixes
        self.known = frozenset().union(*language.sets.values(), *language.groups.values())
        self.by_size: dict[int, tuple[Halves, Halves]] = {}
        self.by_middle: Halves = {}
        for word in language.sets["often-written"]:
            if len(word) >= _SHORTEST:
                plain = self.letters.plain(word)
                half = len(plain) // 2
                firsts, lasts = self.by_size.setdefault(len(plain), ({}, {}))
                firsts.setdefault(plain[:half], []).append((plain, word))
                lasts.setdefault(plain[half:], []).append((plain, word))
                self.by_middle.setdefault(_swapped(plain, half), []).append((plain, word))

    def knows(self, word: str) -> bool:
        """Whether the word, or what is left of it without its prefixes, is on any list."""
        return not self.known.isdisjoint((word, *stems(word, self.prefixes)))

    def with_ends(self, word: str) -> str:
        """A word with the wrong form of a letter at its end, or one of the end inside, put right; "" if it may be right."""
        right, apart = self.letters.put_right(word), self.letters.run_together(word)
        if len(apart) > 1 and all(map(self.knows, apart)):
            return " ".join(apart)
        return "" if self.letters.may_end(word) and not self.knows(right) else right

    def near(self, form: str) -> list[str]:
        """The frequent words of which `form` is a slip."""
        plain = self.letters.plain(form)
        return sorted({word for other, word in self._rivals(plain) if self.letters.slips(plain, other)})

    def _rivals(self, plain: str) -> Iterator[tuple[str, str]]:
        """The frequent words that share a half with `plain`."""
        yield from self.by_middle.get(plain, ())
        for size in range(len(plain) - 1, len(plain) + 2):
            if size in self.by_size:
                firsts, lasts = self.by_size[size]
                yield from firsts.get(plain[: size // 2], ())
                yield from lasts.get(plain[size // 2 - size :], ())


def _swapped(plain: str, at: int) -> str:
    """`plain` with the letters on both sides of `at` in each other's place."""
    return f"{plain[: at - 1]}{plain[at]}{plain[at - 1]}{plain[at + 1 :]}"


@once
def _frequent(code: str) -> _Frequent:
    return _Frequent(code)
