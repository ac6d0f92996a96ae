"""The phrases that rules look for, all lists at once, in one pass over a text's words.

From each word on, the text is followed through all phrases together. Where such a walk stands after a word is worked out
once and remembered, so that a run over many drafts costs one look-up a word. A word that is short for several ("we'll"), or
has another spelling, is followed as these too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache as once
from typing import Any

from replyctl import cache
from replyctl.language import NEUTRAL, Language, load, raw, stamp
from replyctl.language.word_forms import other_spellings
from replyctl.text.hits import Hit, apart
from replyctl.text.notation import ANY, UNLESS, Meaning, Slot, Table, compiled, unpacked
from replyctl.text.tokens import END, LINE

_LONGEST_PREFIX = 3
_FEW = 8
_MOST_WORDS = 1_000_000
"""Words after which the states are forgotten: they grow with what texts say, by less and less."""


Walk = tuple[dict[str, Any], tuple[Slot, ...], int, Meaning]
"""Where one phrase stands: in which place's trie, the phrase's places, the number of that place, its meaning."""


class _State:
    """Where all phrases stand that the words so far may begin."""

    __slots__ = ("by_word", "following", "meanings", "nodes", "phrases", "walks")

    def __init__(
        self, phrases: _Phrases, nodes: list[dict[str, Any]], walks: list[Walk], meanings: tuple[Meaning, ...]
    ) -> None:
        self.phrases = phrases
        self.nodes = nodes
        self.walks = walks
        self.meanings = meanings
        """What the words so far say, in whole."""
        self.following: dict[str, _State | None] = {}
        """What texts have gone on with: the states behind those words, None where no phrase does."""
        self.by_word: dict[str, list[Walk]] | None = None
        """The walks by the words that they go on with, where there are many."""

    def after(self, word: str) -> _State | None:
        """The state behind `word`, worked out and remembered; None where no phrase goes on so."""
        state = self.behind(word) if word in {END, LINE} else self.behind(word, ANY)
        for words in self.phrases.readings(word):
            state = _joined(self.along(words), state)
        self.following[word] = state
        return state

    def along(self, words: tuple[str, ...]) -> _State | None:
        """The state behind these very words."""
        state: _State | None = self
        for word in words:
            state = state and state.behind(word)
        return state

    def behind(self, *keys: str) -> _State | None:
        """The state behind any of these."""
        nodes = [node[key] for node in self.nodes for key in keys if key in node]
        meanings = [meaning for node in nodes for meaning in node.get("", ())]
        walks: list[Walk] = []
        for key in keys:
            for trie, slots, number, meaning in self._going_on(key):
                if _go_on(trie[key], slots, number, meaning, walks):
                    meanings.append(meaning)
        return self.phrases.state(nodes, walks, meanings)

    def _going_on(self, key: str) -> list[Walk]:
        if len(self.walks) <= _FEW:
            return [walk for walk in self.walks if key in walk[0]]
        if self.by_word is None:
            self.by_word = {}
            for walk in self.walks:
                for word in walk[0]:
                    self.by_word.setdefault(word, []).append(walk)
        return self.by_word.get(key, [])


def _go_on(trie: dict[str, Any], slots: tuple[Slot, ...], number: int, meaning: Meaning, walks: list[Walk]) -> bool:
    """Add to `walks` where a phrase may stand next, inside its place or at the following ones; whether it may end here."""
    if len(trie) > ("" in trie):
        walks.append((trie, slots, number, meaning))
    if "" not in trie:
        return False
    for following in range(number + 1, len(slots)):
        walks.append((slots[following][0], slots, following, meaning))
        if not slots[following][1]:
            return False
    return True


def _joined(one: _State | None, other: _State | None) -> _State | None:
    """Both states in one; of two phrases that say something else, that of `other` counts."""
    if one is None or other is None:
        return one or other
    meanings = [*one.meanings, *other.meanings]
    return other.phrases.state([*one.nodes, *other.nodes], [*one.walks, *other.walks], meanings)


class _Phrases:
    """All phrases of a language, and the states that texts have led to."""

    def __init__(self, table: Table, language: Language) -> None:
        self.table = table
        self.language = language
        self.starts: dict[str, _State | None] = {}
        self.read_as: dict[str, tuple[tuple[str, ...], ...]] = {}
        self.states: dict[tuple[object, ...], _State] = {}
        """By the identities of where they stand; each holds those objects, so that no identity is given to another."""
        self.scanned = 0

    def state(self, nodes: list[dict[str, Any]], walks: list[Walk], meanings: list[Meaning]) -> _State | None:
        """The one state in which these phrases stand there, each once however it came there; None for no phrase."""
        if not (nodes or walks or meanings):
            return None
        there = {(id(walk[0]), id(walk[1]), *walk[2:]): walk for walk in walks}
        key = (*map(id, nodes), None, *there, None, *meanings)
        state = self.states.get(key)
        if state is None:
            state = self.states[key] = _State(self, nodes, [*there.values()], tuple(meanings))
        return state

    def start(self, word: str) -> _State | None:
        """The state behind `word` as the first of a phrase, remembered; None where no phrase begins so."""
        state = self.begun(word)
        for first, *rest in self.readings(word):
            begun = self.begun(first)
            state = _joined(begun and begun.along(tuple(rest)), state)
        self.starts[word] = state
        return state

    def begun(self, word: str) -> _State | None:
        """The state behind this very word as the first of a phrase."""
        if word not in self.table:
            return None
        trie, walked = unpacked(self.table[word])
        walks = [walk for slots, meaning in walked for walk in _first_places(slots, meaning)]
        state = self.state([trie], walks, [])
        return state and state.behind(word, ANY)

    def readings(self, word: str) -> tuple[tuple[str, ...], ...]:
        """The words that `word` is short for, and its other spellings."""
        if word not in self.read_as:
            facts = self.language
            meant = (tuple(words.split()) for words in facts.contractions.get(word, ()))
            self.read_as[word] = (*meant, *((other,) for other in other_spellings(word, facts.spellings)))
        return self.read_as[word]

    def forget(self, words: int) -> None:
        """Begin anew after many words, so that a long run keeps a flat memory."""
        self.scanned += words
        if self.scanned > _MOST_WORDS:
            self.starts.clear()
            self.states.clear()
            self.read_as.clear()
            self.scanned = 0


def _first_places(slots: tuple[Slot, ...], meaning: Meaning) -> Iterator[Walk]:
    for number, (trie, optional) in enumerate(slots):
        yield trie, slots, number, meaning
        if not optional:
            return


@once
def _phrases(code: str) -> _Phrases:
    table = {} if code == NEUTRAL else cache.remember("phrases", stamp(code), lambda: compiled(raw(code)), _table)
    return _Phrases(table, load(code))


def _table(plain: Table) -> Table:
    """What `compiled` gave; ValueError for anything else."""
    if not all(isinstance(packed, bytes) for packed in plain.values()):
        raise ValueError
    return plain


def scan(words: list[str], language: Language) -> dict[str, list[Hit]]:
    """Every phrase of `language` in `words`, by list, in order, without the exceptions of the list.

    Of overlapping ones of a list the longest first begun is found.
    """
    phrases, prefixes = _phrases(language.code), language.prefixes
    phrases.forget(len(words))
    starts = phrases.starts
    found: dict[str, list[Hit]] = {}
    for index, word in enumerate(words):
        state = starts[word] if word in starts else phrases.start(word)
        if state is not None:
            _follow(state, words, index, found, 0)
        if prefixes and word[0] in prefixes:
            for stem in stems(word, prefixes):
                state = starts[stem] if stem in starts else phrases.start(stem)
                if state is not None:
                    _follow(state, words, index, found, len(word) - len(stem))
    for name in [name for name in found if name.startswith(UNLESS)]:
        of = name.removeprefix(UNLESS)
        exceptions = found.pop(name)
        found[of] = apart(found.get(of, []), exceptions)
    return found


def stems(word: str, prefixes: frozenset[str]) -> Iterator[str]:
    """`word` without each prefix that can be taken off it and leaves two letters."""
    for length in range(1, min(_LONGEST_PREFIX, len(word) - 2) + 1):
        if word[:length] in prefixes:
            yield word[length:]


def _follow(state: _State, words: list[str], index: int, found: dict[str, list[Hit]], glued: int) -> None:
    """Walk on from the word `index` as far as any phrase goes, and note the longest of each list."""
    longest: dict[str, tuple[int, str]] = {}
    last, end = index + 1, len(words)
    following: _State | None = state
    while following is not None:
        state = following
        for name, value, prefixable in state.meanings:
            if prefixable or not glued:
                longest[name] = last, value
        if last == end:
            break
        word = words[last]
        following = state.following[word] if word in state.following else state.after(word)
        last += 1
    for name, (last, value) in longest.items():
        hits = found.setdefault(name, [])
        if not hits or index >= hits[-1].last:
            hits.append(Hit(index, last, value, glued))
