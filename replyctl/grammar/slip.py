"""Tells whether an unknown word is a known one mistyped, rather than jargon, a name or a new word."""

from __future__ import annotations

import re

_SWAPPED, _SHORT, _LONG = 4, 6, 8
"""The fewest letters of a word that may have two letters swapped (or a letter doubled), one wrong, and two wrong."""
_DOUBLED = r"([b-df-hj-np-tv-z])\1"
"""A consonant written twice; how often it is written is easily mistaken, wherever it stands: "neccesary"."""
_APART = 2
_VOWELS = frozenset("aeiouy")
_SOUNDS = frozenset("cs")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def is_slip(word: str, suggestions: tuple[str, ...], *, most: int = 2) -> bool:
    """Whether `word` is one of the `suggestions` with at most `most` letters wrong; all are in small letters.

    Compounds ("signup") and plurals ("restitutions") are not slips, although engines would split them, nor are words
    that only lack a capital ("internet's").
    """
    word, plain = word.removesuffix("'s"), word.removesuffix("s")
    if any(re.sub("[ -]", "", one).lower() == word for one in suggestions[:1]) or word in suggestions:
        return False
    if any(one in {word.replace("is", "iz"), word.replace("ys", "yz")} for one in suggestions):
        return False  # the spelling of another region
    if plain != word and not {plain, f"{plain}'s"}.isdisjoint(suggestions):
        return False
    return any(_near(word, one, most) for one in suggestions)


def _near(word: str, other: str, most: int) -> bool:
    """Whether the difference is a slip: one that changes the first or the last letter would be noticed at once."""
    if is_swapped(word, other):
        return len(word) >= _SWAPPED
    if len(word) >= _SWAPPED and re.sub(_DOUBLED, r"\1", word) == re.sub(_DOUBLED, r"\1", other):
        return True
    if len(word) < _SHORT or (word[0], word[-1]) != (other[0], other[-1]):
        return False
    edits = _edits(word, other)
    if len(edits) == 1:
        return all(_sounds_or_lies_near(word[at], other[to]) for kind, at, to in edits if kind == "replace")
    if len(edits) > most or len(word) < _LONG or word[1] != other[1]:
        return False
    # Two changes side by side make another word ("trailhead", "trailed"), unless they are vowels heard as one.
    letters = {
        letter for kind, at, to in edits for letter in (word[at] * (kind != "insert"), other[to] * (kind != "delete"))
    }
    return edits[1][1] - edits[0][1] > _APART or letters <= {"", *"aeiou"}


def _edits(word: str, other: str) -> list[tuple[str, int, int]]:
    from rapidfuzz.distance import Levenshtein

    return [(edit.tag, edit.src_pos, edit.dest_pos) for edit in Levenshtein.editops(word, other)]


def _sounds_or_lies_near(one: str, other: str) -> bool:
    """Whether one letter is easily written for the other: they sound alike, or their keys are neighbours."""
    if {one, other} <= _VOWELS or {one, other} == _SOUNDS:
        return True
    places = [(row.index(letter), line) for letter in (one, other) for line, row in enumerate(_KEYS) if letter in row]
    return len(places) == 2 and all(abs(a - b) <= 1 for a, b in zip(*places, strict=True))  # noqa: PLR2004 - both


def certain(word: str, suggestions: tuple[str, ...]) -> bool:
    """Whether there is only one way to correct a word: the first suggestion alone is one change away."""
    near = [one for one in suggestions if distance(word.lower(), one.lower()) == 1]
    return bool(near) and near[0] == suggestions[0] and len(near) == 1


def distance(one: str, other: str) -> int:
    """How many letters to add, drop, change or swap with a neighbour."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


def is_swapped(one: str, other: str) -> bool:
    """Whether the words differ only by two swapped neighbouring letters: the commonest typing slip."""
    return len(one) == len(other) and sorted(one) == sorted(other) and distance(one, other) == 1
