"""Words a phrase better, and keeps the letters attached to it, its case and its line breaks."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple

from replyctl.language import Language
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.other_script import is_other, written
from replyctl.text.spans import Range

KEPT = "_"
"""In a better wording: keep the word of the text."""
ADDED, DROPPED = "+", "-"
"""In one that keeps words: before a word that stands in the place of none, and in place of a word that is too much."""
Edit = tuple[int, int, str]
"""Code points of the reading form, and what to write there."""


class Rewording(NamedTuple):
    """A phrase said better."""

    better: str
    """The whole phrase, reworded."""
    edits: tuple[Edit, ...]
    """One edit for each word that changes."""
    certain: bool
    """Whether only one thing can be meant, and the edits replace plain letters only: other marks would be lost."""


def rewording(piece: Cut, hit: Hit) -> Rewording:
    """How the phrase's value rewords the stretch where it was found."""
    start, end = piece.span(hit.first, hit.last)
    said, value = piece.text[start:end], hit.value
    if _is_in_other_script(piece):
        said, value = piece.normal.text[start:end], written(value, piece.language)
    unit = re.compile(r"\S" if piece.language.by_character else r"\S+")
    old = [match.span() for match in unit.finditer(said)]
    new = _cased(said[hit.glued :], _filled(value, unit.findall(said[hit.glued :]), piece.language))
    better = said[: hit.glued] + new
    edits = tuple(
        (start + low, start + high, text)
        for (low, high), text in _changes(said, old, unit.findall(better), better)
        if said[low:high] != text
    )
    return Rewording(
        better, edits, KEPT not in hit.value and all(_is_plain(piece, low, high) for low, high, _ in edits)
    )


@remembered
def _is_in_other_script(piece: Cut) -> bool:
    return is_other(piece.normal.text, piece.language)


def _filled(value: str, said: list[str], language: Language) -> str:
    """The better words; each `_` keeps a word of the text (in Chinese a character), the last one all that are left.

    The others replace a word each, but `+to` is added ("reply this": `_ +to _`), and for `-` one is left out.
    """
    words = list(value) if language.by_character else value.split()
    if KEPT not in words:
        return value
    new: list[str] = []
    at = 0
    for number, word in enumerate(words):
        last = word == KEPT and KEPT not in words[number + 1 :]
        others = sum(not one.startswith(ADDED) for one in words[number + 1 :])
        to = len(said) - others if last else at + (not word.startswith(ADDED))
        new += said[at:to] if word == KEPT else [word.removeprefix(ADDED)] if word != DROPPED else []
        at = to
    return ("" if language.by_character else " ").join(new)


def _changes(said: str, old: list[Range], new: list[str], better: str) -> list[tuple[Range, str]]:
    """Changes unit by unit, so that the text between them stays; the whole if their numbers differ."""
    return list(zip(old, new, strict=True)) if len(old) == len(new) else [((0, len(said)), better)]


def _cased(said: str, better: str) -> str:
    if len(said) > 1 and said.isupper():
        return better.upper()
    words, others = said.split(), better.split()
    alike = zip_longest(words if len(words) == len(others) else words[:1], others, fillvalue="")
    return " ".join(other[:1].upper() + other[1:] if word[:1].isupper() else other for word, other in alike)


def _is_plain(piece: Cut, start: int, end: int) -> bool:
    low, high = piece.normal.span(start, end)
    return high - low == end - start
