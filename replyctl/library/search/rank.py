"""Ranks snippets by the words of a query or of a customer's mail, in any language."""

from __future__ import annotations

import re
import sqlite3
from bisect import bisect_left
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from math import log
from typing import TYPE_CHECKING, NamedTuple

from replyctl.library.search.index import Index, Searched, asked
from replyctl.library.search.words import trigrams, unspaced, words

if TYPE_CHECKING:
    from replyctl.library.find import Library

FLOOR = 0.4
"""The share of a query that a snippet must hold, each word weighed by how rare it is."""
LEAST = 0.2
"""The share of the best score below which nothing is worth showing."""
NEAR = 75
"""Similarity (0-100) from which a mistyped word matches."""
MOST_WORDS = 400
"""Words of a mail that are looked for."""
_NEARLY, _PIECES, _SCATTERED = 0.6, 0.7, 0.1
"""Weight of a mistyped word, of the trigrams of a word, and of scattered letters of a name."""
_STRADDLES = 1 / 3
"""Weight of a pair of characters that no snippet has: most often it is no word, but the ends of two."""
_SHORT, _FEW = 3, 12
_END = re.compile(r"[.!?;。！？；\n]")
"""Where a sentence may end."""


class RankedName(NamedTuple):
    """A snippet that was found."""

    name: str
    score: float
    """0 to 1: how much of what was looked for it holds, and how prominently."""


@dataclass
class Search:
    """The search over one library; what was found for a word is kept for the next query."""

    sources: Mapping[str, Searched]
    index: Index
    _found: dict[str, dict[int, float]] = field(default_factory=dict)

    @classmethod
    def of(cls, library: Library) -> Search:
        """The search over the snippets of all layers, broken ones apart."""
        sources = {name: Searched(stamp, plain) for name, (stamp, plain) in library.stamped.items()}
        return cls(sources, Index.of([str(layer.root) for layer in library.shelves], sources))

    def typed(self, query: str) -> list[RankedName]:
        """What an agent looks for: beginnings of words, mistyped words, and letters of a name count too.

        A blank query finds all, by name, with score 0.
        """
        looked = [*dict.fromkeys(words(query))]
        if not looked:
            return [RankedName(name, 0.0) for name in sorted(self.sources)]
        hits = self._ranked({word: self._typed(word) for word in looked}, FLOOR)
        return [hit for hit in hits if hit.score >= hits[0].score * LEAST]

    def fitting(self, text: str) -> list[RankedName]:
        """The snippets for what a customer wrote: all that have a word of it, the best first.

        One of whose `asks` is a sentence of the text fits wholly.
        """
        looked = [*dict.fromkeys(words(text))][:MOST_WORDS]
        hits = self._ranked({word: self._whole(word) for word in looked}, 0.0)
        said = {(*words(sentence),) for sentence in _END.split(text)}
        near = [hit._replace(score=1.0) if self._is_asked(hit.name, said) else hit for hit in hits[:_FEW]]
        return sorted(near, key=lambda hit: -hit.score) + hits[_FEW:]

    def forms(self, word: str) -> list[str]:
        """The words of names, titles, tags and asks for which a typed word stands: its own endings, else the nearest."""
        return self._beginning(word) or [near for near, _ in self._near(word)]

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
        hits = [
            RankedName(self.index.names[row], round(score / total, 4))
            for row, score in scores.items()
            if held[row] >= floor * total and row in self.index.names
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.name))

    def _is_asked(self, name: str, said: Container[tuple[str, ...]]) -> bool:
        return any((*words(ask),) in said for ask in asked(self.sources[name].plain))

    def _typed(self, word: str) -> dict[int, float]:
        key = f"{word}*"
        if key not in self._found:
            self._found[key] = self._as_typed(word)
        return self._found[key]

    def _as_typed(self, word: str) -> dict[int, float]:
        forms = [f'"{form}"' for form in self._beginning(word)[:_FEW]] if len(word) > _SHORT else []
        found = _best(self._matched(f'"{word}"*'), *map(self._matched, forms), self._pieces(word))
        return found or self._mistyped(word) or self._scattered(word)

    def _whole(self, word: str) -> dict[int, float]:
        if word not in self._found:
            found = _best(self._matched(f'"{word}"'), self._pieces(word))
            self._found[word] = found or self._mistyped(word)
        return self._found[word]

    def _mistyped(self, word: str) -> dict[int, float]:
        near = [
            {row: _NEARLY * ratio * strength for row, strength in self._matched(f'"{form}"').items()}
            for form, ratio in self._near(word)
        ]
        return _best(*near)

    def _pieces(self, word: str) -> dict[int, float]:
        """The snippets with at least half of the trigrams of a word."""
        pieces = trigrams(word)
        strengths: dict[int, list[float]] = {}
        for piece in pieces:
            for row, strength in self._matched(f'"{piece}"').items():
                strengths.setdefault(row, []).append(strength)
        shares = {row: sum(found) / len(pieces) for row, found in strengths.items() if len(found) * 2 >= len(pieces)}
        return {row: share * _PIECES for row, share in shares.items()}

    def _matched(self, expression: str) -> dict[int, float]:
        """By row, from 0 to 1, how prominent the one word of the expression is in the snippet."""
        try:
            return self.index.prominence(expression)
        except sqlite3.Error:  # the file was damaged, or replaced
            self.index = Index.in_memory(self.sources)
            self._found.clear()
            return self.index.prominence(expression)

    def _beginning(self, word: str) -> list[str]:
        at = bisect_left(self.index.vocabulary, word)
        return list(takewhile(lambda form: form.startswith(word), self.index.vocabulary[at : at + 1000]))

    def _near(self, word: str) -> list[tuple[str, float]]:
        """The words that may be meant by a mistyped one, each with its similarity from 0 to 1."""
        if len(word) <= _SHORT or unspaced(word) or not word.isalpha():
            return []  # a changed word of three letters is another word, and so is a changed number
        from rapidfuzz import fuzz, process

        found = process.extract(word, self.index.vocabulary, scorer=fuzz.ratio, score_cutoff=NEAR, limit=_FEW)
        return [(form, ratio / 100) for form, ratio, _ in found]

    def _scattered(self, word: str) -> dict[int, float]:
        """The snippets in whose name all letters of the word stand, in this order: `dmgi` finds damaged-item."""
        if len(word) < _SHORT or unspaced(word):
            return {}  # two letters are in most names
        return {row: _SCATTERED for row, name in self.index.names.items() if _holds(name, word)}


def _holds(name: str, letters: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _best(*found: Mapping[int, float]) -> dict[int, float]:
    best: dict[int, float] = {}
    for rows in found:
        for row, strength in rows.items():
            best[row] = max(strength, best.get(row, 0.0))
    return best


def _rarity(found: int, count: int) -> float:
    return log(1 + (count - found + 0.5) / (found + 0.5))
