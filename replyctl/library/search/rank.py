"""Ranks snippets by the words of a query, or by how near a customer's text is to their asks, in any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, NamedTuple

from replyctl.library.search.asks import near
from replyctl.library.search.fragments import in_first_script, script
from replyctl.library.search.index import Index, Searched, asked
from replyctl.library.search.lookup import Lookup
from replyctl.library.search.words import unspaced, words

if TYPE_CHECKING:
    from replyctl.library.find import Library

FLOOR = 0.4
"""The share of a query that a snippet must hold, each word weighed by how rare it is."""
LEAST = 0.2
"""The share of the best score below which nothing is worth showing."""
MOST_TEXT = 20_000
"""Characters of a mail that are compared."""
ALL_COMPARED = 200
"""Snippets of a library in which the asks of all are compared with a mail."""
MOST_COMPARED = 40
"""The same of a larger one: those that share the most telling words with the mail."""
_MOST_WORDS = 200
"""Words of a mail by which those are found."""
_COMMON = 0.1
"""The share of a larger library that has a word which tells nothing."""
_WORDS = 0.08
"""How much the words of a mail, each looked up alone as an agent would, count beside that."""
_BEFORE = 4.0
"""A text of so many words tells as much as what was written before it; one of twice as many four times as much."""
_USUAL = 0.1
"""How near a text that fits usually is to the asks; its score is 0.5."""
_FEW = 12
"""Of the best, how many are looked through for a sentence of the text."""
_STRADDLES = 1 / 3
"""Weight of a pair of characters that no snippet has: most often it is no word, but the ends of two."""
_END = re.compile(r"[.!?;。！？；\n]")
"""Where a sentence may end."""


class RankedName(NamedTuple):
    """A snippet that was found."""

    name: str
    score: float
    """0 to 1: how much of what was looked for it holds, and how prominently; or how near its asks are."""


@dataclass
class Search:
    """The search over one library."""

    sources: Mapping[str, Searched]
    index: Index

    @classmethod
    def of(cls, library: Library) -> Search:
        """The search over the snippets of all layers, broken ones apart."""
        sources = {name: Searched(stamp, plain) for name, (stamp, plain) in library.stamped.items()}
        return cls(sources, Index.of([str(layer.root) for layer in library.shelves], sources))

    def typed(self, query: str) -> list[RankedName]:
        """What an agent looks for: beginnings of words, mistyped words, and letters of a name count too.

        A snippet's whole name finds it first. A blank query finds all, by name, with score 0.
        """
        looked = [*dict.fromkeys(words(query))]
        if not looked:
            return [RankedName(name, 0.0) for name in sorted(self.sources)]
        hits = self._ranked({word: self._lookup.typed(word) for word in looked}, FLOOR)
        kept = [hit for hit in hits if hit.score >= hits[0].score * LEAST]
        name = "-".join(looked)
        return _wholly_first(kept, lambda hit: hit.name == name)

    def fitting(self, text: str, questions: int | None = None, before: str = "") -> list[RankedName]:
        """The snippets for what a customer wrote, the best first; of a large library the best only.

        One of whose `asks` is a sentence of the text fits wholly. `questions`: how many it asks, where that is known.
        `before`: what was written before it, which tells the more, the fewer words it has itself ("Where is it?").
        """
        given = text[:MOST_TEXT]
        text = in_first_script(given)
        scores = self._scores(text, questions)
        for name, score in self._said_before(before).items():
            scores[name] = scores.get(name, 0.0) + score * (_BEFORE / max(len([*words(text)]), 1)) ** 2
        ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
        hits = [RankedName(name, round(score / (score + _USUAL), 4)) for name, score in ranked]
        said = {(*words(sentence),) for sentence in _END.split(f"{given}\n{text}")}
        return _wholly_first(hits[:_FEW], lambda hit: self._is_asked(hit.name, said)) + hits[_FEW:]

    def _said_before(self, text: str) -> dict[str, float]:
        """How near what was written before is, its last sentence as much as all of it."""
        text = in_first_script(text[-MOST_TEXT:]).strip()
        if not text:
            return {}
        last = next((one for one in reversed(_END.split(text)) if one.strip()), "")
        found = [self._scores(one, 1) for one in (text, last)]
        return {name: sum(one.get(name, 0.0) for one in found) / len(found) for name in {*found[0], *found[1]}}

    def _scores(self, text: str, questions: int | None) -> dict[str, float]:
        having = {hit.name: hit.score for hit in self._having_words(text)}
        names = self.sources if self._is_small else having
        found = near(text, self._lookup.directions(names, script(text)), questions)
        return {name: found.get(name, 0.0) + _WORDS * having.get(name, 0.0) for name in {*having, *found}}

    def forms(self, word: str) -> list[str]:
        """The words of names, titles, tags and asks for which a typed word stands: its own endings, else the nearest."""
        return self._lookup.forms(word)

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.sources, self.index)

    def _having_words(self, text: str) -> list[RankedName]:
        """The snippets that have words of the text; in a large library only words that tell them apart count."""
        looked = [*dict.fromkeys(words(text))][:_MOST_WORDS]
        if self._is_small or not looked:
            return self._ranked({word: self._lookup.whole(word) for word in looked}, 0.0)
        most = int(len(self.sources) * _COMMON)
        telling = [word for word in looked if not self._lookup.is_common(word, most)] or looked
        hits = self._ranked({word: self._lookup.whole(word) for word in telling}, 0.0) or self.typed(text)
        return hits[:MOST_COMPARED]

    @property
    def _is_small(self) -> bool:
        return len(self.sources) <= ALL_COMPARED

    def _ranked(self, looked: Mapping[str, Mapping[int, float]], floor: float) -> list[RankedName]:
        scores: dict[int, float] = {}
        held: dict[int, float] = {}
        total = 0.0
        for word, rows in looked.items():
            rare = _rarity(max(len(rows), 1), len(self.sources))
            if not rows and unspaced(word):
                rare *= _STRADDLES
            total += rare
            for row, strength in rows.items():
                scores[row] = scores.get(row, 0.0) + rare * strength
                held[row] = held.get(row, 0.0) + rare
        names = self._lookup.index.names
        hits = [
            RankedName(names[row], round(score / total, 4))
            for row, score in scores.items()
            if held[row] >= floor * total and row in names
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.name))

    def _is_asked(self, name: str, said: set[tuple[str, ...]]) -> bool:
        return any((*words(ask),) in said for ask in asked(self.sources[name].plain))


def _wholly_first(hits: list[RankedName], fits: Callable[[RankedName], bool]) -> list[RankedName]:
    """The hits in their order, those that fit wholly before the others."""
    raised = [hit._replace(score=1.0) if fits(hit) else hit for hit in hits]
    return sorted(raised, key=lambda hit: -hit.score)


def _rarity(found: int, count: int) -> float:
    return log(1 + (count - found + 0.5) / (found + 0.5))
