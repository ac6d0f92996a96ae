"""Finds what a text promises and for when, so that texts put together can be held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from replyctl.reading.times import ahead, concrete, promises, time_words
from replyctl.text.cut import Cut, Sentence


class Promised(NamedTuple):
    """One thing promised for one time."""

    thing: str
    """Comparable in all languages: money, delivery, answer."""
    when: tuple[str, ...]
    """The words of the time."""
    said: str
    """The sentence, as it was read."""


def promised(piece: Cut) -> Iterator[Promised]:
    """Each thing that a sentence promises for a concrete time, unless a condition stands before it."""
    for sentence in piece.prose():
        if sentence.asks or piece.within(piece.find("promised-if"), sentence):
            continue
        if not (concrete(piece, sentence) and _is_to_come(piece, sentence)):
            continue
        things = {hit.value for hit in piece.within(piece.find("promised-things"), sentence)}
        if things and (when := time_words(piece, sentence)):
            said = piece.text[sentence.start : sentence.end]
            yield from (Promised(thing, when, said) for thing in sorted(things))


def _is_to_come(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence is about the future: it says so, or names a latest time."""
    return promises(piece, sentence) or ahead(piece, sentence) or bool(piece.within(piece.find("deadlines"), sentence))
