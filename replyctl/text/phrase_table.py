"""All phrases of a language by their first words, packed so that a text unpacks only what its own words begin.

A phrase with few wordings is written out in the trie of its first word. One with many is walked place by place: what may
stand in a place is stored once, however many phrases have that place.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from math import prod
from typing import TYPE_CHECKING, Any

from replyctl.text.notation import Meaning, Phrase, Place, phrases

if TYPE_CHECKING:
    from replyctl.language.schema import LanguageFiles

Trie = dict[str, Any]
"""By word, what may follow it; "" marks an end."""
Slot = tuple[Trie, bool]
"""What may stand in one place of a phrase, and whether nothing may."""
Walked = tuple[tuple[int, ...], Meaning]
"""A phrase with many wordings: the numbers of its places, and what it says."""
Packed = tuple[dict[str, bytes], list[Walked], list[bytes]]
"""By first word a trie and the numbers of the walked phrases; those phrases; the slots of their places."""
_MOST = 16
"""Wordings of a phrase that are written out in the trie; one with more is walked place by place."""


class PhraseTable:
    """The phrases of a language; TypeError or ValueError for what `compiled` did not give."""

    def __init__(self, packed: Packed) -> None:
        self._begun, self.walked, self._packed = packed
        if not all(isinstance(one, bytes) for one in chain(self._begun.values(), self._packed)):
            raise ValueError
        self._slots: dict[int, Slot] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._begun

    def begun(self, word: str) -> tuple[Trie, list[Walked]]:
        """What `word` begins: the trie of phrases written out, its leaves lists of meanings, and phrases to walk."""
        trie, numbers = marshal.loads(self._begun[word])  # noqa: S302 - from our own cache, whose checksum fits
        return trie, [self.walked[number] for number in numbers]

    def slot(self, number: int) -> Slot:
        """The slot of a place; the same object each time."""
        if number not in self._slots:
            self._slots[number] = marshal.loads(self._packed[number])  # noqa: S302 - as above
        return self._slots[number]


def compiled(files: LanguageFiles) -> Packed:
    """All phrases of a language. LanguageError for one that names a list that there is none of."""
    begun: dict[str, tuple[Trie, list[int]]] = {}
    many: dict[Meaning, list[Phrase]] = {}
    for phrase, meaning in phrases(files):
        if prod(map(len, phrase)) > _MOST:
            many.setdefault(meaning, []).append(phrase)
            continue
        for words in filter(None, (list(chain(*wording)) for wording in product(*phrase))):
            trie, _ = begun.setdefault(words[0], ({}, []))
            _into(trie, words).setdefault("", []).append(meaning)
    walked = [(phrase, meaning) for meaning, alike in many.items() for phrase in _merged(alike)]
    slots = {place: _slot(place) for phrase, _ in walked for place in phrase}
    numbers = {place: number for number, place in enumerate(slots)}
    for number, (phrase, _) in enumerate(walked):
        for first in _firsts(slots[place] for place in phrase):
            begun.setdefault(first, ({}, []))[1].append(number)
    return (
        {first: marshal.dumps(beginning) for first, beginning in begun.items()},
        [(tuple(numbers[place] for place in phrase), meaning) for phrase, meaning in walked],
        [marshal.dumps(slot) for slot in slots.values()],
    )


def _merged(phrases: list[Phrase]) -> list[Phrase]:
    """Fewer phrases that say the same: those that differ in one place are one, as before a line of them grew too long."""
    for at in range(max(map(len, phrases))):
        there: dict[tuple[Phrase, Phrase], Place] = {}
        for phrase in phrases:
            if at < len(phrase):
                around = phrase[:at], phrase[at + 1 :]
                there[around] = (*there.get(around, ()), *phrase[at])
        shorter = [phrase for phrase in phrases if at >= len(phrase)]
        phrases = [*shorter, *((*before, place, *behind) for (before, behind), place in there.items())]
    return phrases


def _into(trie: Trie, words: Sequence[str]) -> Trie:
    for word in words:
        trie = trie.setdefault(word, {})
    return trie


def _slot(wordings: Place) -> Slot:
    trie: Trie = {}
    for words in filter(None, wordings):
        _into(trie, words)[""] = True
    return trie, () in wordings


def _firsts(slots: Iterable[Slot]) -> Iterator[str]:
    """The words that a phrase may begin with: those of its first places, up to one that must be filled."""
    for trie, optional in slots:
        yield from trie
        if not optional:
            return
