"""The phrases that were found in a text, and where words stand to them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from replyctl.text.spans import Spans


class Hit(NamedTuple):
    """A phrase found: its words are `first` up to `last` (indices into the tokens)."""

    first: int
    last: int
    value: str
    glued: int = 0
    """Letters of the first word that are prefixes and none of the phrase's."""


class Hits(tuple[Hit, ...]):  # noqa: SLOT001 - what is looked up is remembered
    """Phrases in the order of the text, and where words stand to them: a look, however many they are."""

    @cached_property
    def firsts(self) -> frozenset[int]:
        """The words that a phrase begins with."""
        return frozenset(hit.first for hit in self)

    @cached_property
    def lasts(self) -> frozenset[int]:
        """The words that a phrase ends before."""
        return frozenset(hit.last for hit in self)

    @cached_property
    def words(self) -> Spans:
        """The words inside phrases."""
        return Spans(hit[:2] for hit in self)

    def between(self, first: int, last: int) -> tuple[Hit, ...]:
        """Those that begin with one of the words `first` up to `last`."""
        return self[bisect_left(self, (first,)) : bisect_left(self, (last,))] if self else ()


def apart(hits: list[Hit], exceptions: list[Hit]) -> list[Hit]:
    """Those of `hits` that share no word with an exception: the one meaning of "unless"."""
    taken = Spans(hit[:2] for hit in exceptions)
    return [hit for hit in hits if not taken.meet(hit.first, hit.last)] if exceptions else hits
