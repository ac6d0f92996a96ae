"""Finds apostrophes that are missing or too much: "both shoe's are here", "your parcels weight"."""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.reading.counted import is_helped
from replyctl.reading.neighbours import is_joined, is_small
from replyctl.reading.verbs import regular
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.tokens import END, LINE

_OWNED = "'s"
_SHORTEST = len("day's")
"""Letters have a plural with an apostrophe: "two l's"."""


@remembered
def misplaced(piece: Cut) -> list[Hit]:
    """Each word and the one that shows the mistake; the value has the word as it is meant."""
    return sorted([*_too_much(piece), *_missing(piece)]) if piece.language.verb_endings else []


def _too_much(piece: Cut) -> Iterator[Hit]:
    """All customer's get -> all customers get; not "all today's orders"."""
    for hit in piece.find("counting-words", "counting-others"):
        at = hit.last
        word = piece.words[at] if is_joined(piece, at) else ""
        if (
            len(word) < _SHORTEST
            or not (word.endswith(_OWNED) and is_small(piece, at))
            or piece.language.has("no-counted", word.removesuffix(_OWNED))
        ):
            continue
        behind = piece.words[at + 1] if is_joined(piece, at + 1) else END
        if behind in {END, LINE} or is_helped(piece, at + 1) or piece.language.has("behind-nouns", behind):
            plural, *_ = regular(word.removesuffix(_OWNED), piece.language)
            yield Hit(hit.first, at + 1, f"_ {plural}")


def _missing(piece: Cut) -> Iterator[Hit]:
    """Your parcels weight -> your parcel's weight; not "the parts list"."""
    for at, word in enumerate(piece.words[:-1]):
        if not piece.language.has("owned-qualities", piece.words[at + 1]) or not is_joined(piece, at + 1):
            continue
        owner = word.removesuffix("s")
        named = owner != word and piece.language.has("owners", owner)
        if named and at and piece.language.has("subject-openers", piece.words[at - 1]):
            yield Hit(at, at + 2, f"{owner}{_OWNED} _")
