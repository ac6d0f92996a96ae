"""Looks words up in the index: which snippets have one, as typed, mistyped, in pieces, or only in their name's letters."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypeVar

from replyctl.library.search.asks import Direction
from replyctl.library.search.directions import directions
from replyctl.library.search.index import Index, Searched
from replyctl.library.search.words import trigrams, unspaced

NEAR = 75
"""Similarity (0-100) from which a mistyped word matches."""
_NEARLY, _PIECES, _SCATTERED = 0.6, 0.7, 0.1
"""Weight of a mistyped word, of the trigrams of a word, and of scattered letters of a name."""
_SHORT, _FEW = 3, 12

Found = TypeVar("Found")


@dataclass
class Lookup:
    """Looks up words in one library; what was found for a word is kept for the next query."""

    sources: Mapping[str, Searched]
    index: Index
    _found: dict[str, dict[int, float]] = field(default_factory=dict)

    def typed(self, word: str) -> dict[int, float]:
        """By row, from 0 to 1, how prominent what an agent typed is in the snippets that have it, or nearly."""
        key = f"{word}*"
        if key not in self._found:
            self._found[key] = self._as_typed(word)
        return self._found[key]

    def whole(self, word: str) -> dict[int, float]:
        """The same for a word that a customer wrote: it is no beginning of another, and not guessed at."""
        if word not in self._found:
            self._found[word] = _best(self._matched(f'"{word}"'), self._pieces(word))
        return self._found[word]

    def is_common(self, word: str, most: int) -> bool:
        """Whether more than `most` snippets have the word."""
        return self._safely(lambda index: index.holds_more(f'"{word}"', most))

    def directions(self, names: Iterable[str], writing: str) -> list[tuple[str, Direction]]:
        """By name, where the asks of some snippets point in one script."""
        wanted = set(names)

        def read(index: Index) -> list[tuple[str, Direction]]:
            rows = {row: self.sources[name].plain for row, name in index.names.items() if name in wanted}
            return [(index.names[row], one) for row, one in directions(index.database, rows, writing)]

        return self._safely(read)

    def forms(self, word: str) -> list[str]:
        """The words of names, titles, tags and asks for which a typed word stands: its own endings, else the nearest."""
        return self._beginning(word) or [near for near, _ in self._near(word)]

    def _as_typed(self, word: str) -> dict[int, float]:
        forms = [f'"{form}"' for form in self._beginning(word)[:_FEW]] if len(word) > _SHORT else []
        found = _best(self._matched(f'"{word}"*'), *map(self._matched, forms), self._pieces(word))
        return found or self._mistyped(word) or self._scattered(word)

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
        return self._safely(lambda index: index.prominence(expression))

    def _safely(self, read: Callable[[Index], Found]) -> Found:
        try:
            return read(self.index)
        except sqlite3.Error:  # the file was damaged, or replaced
            self.index = Index.in_memory(self.sources)
            self._found.clear()
            return read(self.index)

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
