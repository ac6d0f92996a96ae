"""Whether an unknown word is a known one with a letter or two amiss; else it is jargon, a name, or newer than a dictionary."""

from __future__ import annotations

import re

_SWAPPED, _SHORT, _LONG = 4, 6, 8
"""Letters from which two of a word may have changed places, from which it may have one amiss, from which two."""
_APART = 2
_VOWELS = frozenset("aeiouy")
_SOUNDS = frozenset("cs")
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def is_slip(word: str, suggestions: tuple[str, ...], *, most: int = 2) -> bool:
    """Whether one of what an engine would write instead is near enough, with `most` letters amiss; all in small letters.

    A compound ("signup") and a plural ("restitutions") are no slips, although the engine would take them apart, nor is
    a word that only lacks a capital ("internet's").
    """
    word, plain = word.removesuffix("'s"), word.removesuffix("s")
    if any(re.sub("[ -]", "", one).lower() == word for one in suggestions[:1]) or word in suggestions:
        return False
    if plain != word and not {plain, f"{plain}'s"}.isdisjoint(suggestions):
        return False
    return any(_near(word, one, most) for one in suggestions)


def _near(word: str, other: str, most: int) -> bool:
    """A slip keeps the first letter and the last, which a reader would miss at once; what else differs is another word."""
    if is_swapped(word, other):
        return len(word) >= _SWAPPED
    if len(word) < _SHORT or (word[0], word[-1]) != (other[0], other[-1]):
        return False
    edits = _edits(word, other)
    if len(edits) == 1:
        return all(_sounds_or_lies_near(word[at], other[to]) for kind, at, to in edits if kind == "replace")
    if len(edits) > most or len(word) < _LONG or word[1] != other[1]:
        return False
    # Two side by side make another word ("trailhead" is not "trailed"), unless it is vowels that are heard as one.
    letters = {
        letter for kind, at, to in edits for letter in (word[at] * (kind != "insert"), other[to] * (kind != "delete"))
    }
    return edits[1][1] - edits[0][1] > _APART or letters <= {"", *"aeiou"}


def _edits(word: str, other: str) -> list[tuple[str, int, int]]:
    from rapidfuzz.distance import Levenshtein

    return [(edit.tag, edit.src_pos, edit.dest_pos) for edit in Levenshtein.editops(word, other)]


def _sounds_or_lies_near(one: str, other: str) -> bool:
    """Whether a letter is taken for another: by the ear, or by a finger that missed its key."""
    if {one, other} <= _VOWELS or {one, other} == _SOUNDS:
        return True
    places = [(row.index(letter), line) for letter in (one, other) for line, row in enumerate(_KEYS) if letter in row]
    return len(places) == 2 and all(abs(a - b) <= 1 for a, b in zip(*places, strict=True))  # noqa: PLR2004 - both


def certain(word: str, suggestions: tuple[str, ...]) -> bool:
    """Whether a word has one way to be mended and no other: a single suggestion, or the only one that is near."""
    near = [one for one in suggestions if distance(word.lower(), one.lower()) == 1]
    return bool(near) and near[0] == suggestions[0] and len(near) == 1


def distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with their neighbour."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


def is_swapped(one: str, other: str) -> bool:
    """Whether they differ by two neighbouring letters that changed places: the commonest slip of fingers."""
    return len(one) == len(other) and sorted(one) == sorted(other) and distance(one, other) == 1
