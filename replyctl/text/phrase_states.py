"""Where all phrases of a language stand after some words of a text.

Where such a walk stands after a word is worked out once and remembered, so that a run over many drafts costs one look-up a
word. A word that is short for several ("we'll"), or has another spelling, is followed as these too.
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.language import Language
from replyctl.language.word_forms import other_spellings
from replyctl.text.notation import ANY, Meaning
from replyctl.text.phrase_table import PhraseTable, Trie
from replyctl.text.tokens import END, LINE

_OFTEN = 16
"""Words after which it pays to sort the walks by the words that they go on with."""
_MOST_WORDS = 1_000_000
"""Words after which the states are forgotten: they grow with what texts say, by less and less."""

Walk = tuple[Trie, tuple[int, ...], int, Meaning]
"""Where one phrase stands: in which place's trie, the phrase's places, which of them that is, its meaning."""


class State:
    """Where all phrases stand that the words so far may begin."""

    __slots__ = ("asked", "by_word", "following", "meanings", "nodes", "states", "walks")

    def __init__(self, states: States, nodes: list[Trie], walks: list[Walk], meanings: tuple[Meaning, ...]) -> None:
        self.states = states
        self.nodes = nodes
        self.walks = walks
        self.meanings = meanings
        """What the words so far say, in whole."""
        self.following: dict[str, State | None] = {}
        """What texts have gone on with: the states behind those words, None where no phrase does."""
        self.by_word: dict[str, list[Walk]] | None = None
        """The walks by the words that they go on with, once asked for often."""
        self.asked = 0

    def after(self, word: str) -> State | None:
        """The state behind `word`, worked out and remembered; None where no phrase goes on so."""
        state = self.behind(word) if word in {END, LINE} else self.behind(word, ANY)
        for words in self.states.readings(word):
            state = _joined(self.along(words), state)
        self.following[word] = state
        return state

    def along(self, words: tuple[str, ...]) -> State | None:
        """The state behind these very words."""
        state: State | None = self
        for word in words:
            state = state and state.behind(word)
        return state

    def behind(self, *keys: str) -> State | None:
        """The state behind any of these."""
        nodes = [node[key] for node in self.nodes for key in keys if key in node]
        meanings = [meaning for node in nodes for meaning in node.get("", ())]
        walks: list[Walk] = []
        for key in keys:
            for trie, places, at, meaning in self._going_on(key):
                if self._go_on((trie[key], places, at, meaning), walks):
                    meanings.append(meaning)
        return self.states.state(nodes, walks, meanings)

    def _going_on(self, key: str) -> list[Walk]:
        self.asked += 1
        if self.asked <= _OFTEN:
            return [walk for walk in self.walks if key in walk[0]]
        if self.by_word is None:
            self.by_word = {}
            for walk in self.walks:
                for word in walk[0]:
                    self.by_word.setdefault(word, []).append(walk)
        return self.by_word.get(key, [])

    def _go_on(self, walk: Walk, walks: list[Walk]) -> bool:
        """Add where the phrase may stand next, in this place or a following one, to `walks`; whether it may end here."""
        trie, places, at, meaning = walk
        if len(trie) > ("" in trie):
            walks.append(walk)
        if "" not in trie:
            return False
        for following in range(at + 1, len(places)):
            next_trie, optional = self.states.table.slot(places[following])
            walks.append((next_trie, places, following, meaning))
            if not optional:
                return False
        return True


def _joined(one: State | None, other: State | None) -> State | None:
    """Both states in one; of two phrases that say something else, that of `other` counts."""
    if one is None or other is None:
        return one or other
    meanings = [*one.meanings, *other.meanings]
    return other.states.state([*one.nodes, *other.nodes], [*one.walks, *other.walks], meanings)


class States:
    """All phrases of a language, and the states that texts have led to."""

    def __init__(self, table: PhraseTable, language: Language) -> None:
        self.table = table
        self.language = language
        self.starts: dict[str, State | None] = {}
        self.read_as: dict[str, tuple[tuple[str, ...], ...]] = {}
        self.states: dict[tuple[object, ...], State] = {}
        """By the identities of where they stand; each holds those objects, so that no identity is given to another."""
        self.scanned = 0

    def state(self, nodes: list[Trie], walks: list[Walk], meanings: list[Meaning]) -> State | None:
        """The one state in which these phrases stand there, each once however it came there; None for no phrase."""
        if not (nodes or walks or meanings):
            return None
        there = {(id(walk[0]), id(walk[1]), *walk[2:]): walk for walk in walks}
        key = (*map(id, nodes), None, *there, None, *meanings)
        state = self.states.get(key)
        if state is None:
            state = self.states[key] = State(self, nodes, [*there.values()], tuple(meanings))
        return state

    def start(self, word: str) -> State | None:
        """The state behind `word` as the first of a phrase, remembered; None where no phrase begins so."""
        state = self.begun(word)
        for first, *rest in self.readings(word):
            begun = self.begun(first)
            state = _joined(begun and begun.along(tuple(rest)), state)
        self.starts[word] = state
        return state

    def begun(self, word: str) -> State | None:
        """The state behind this very word as the first of a phrase."""
        if word not in self.table:
            return None
        trie, walked = self.table.begun(word)
        walks = [walk for places, meaning in walked for walk in self._first_places(places, meaning)]
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

    def _first_places(self, places: tuple[int, ...], meaning: Meaning) -> Iterator[Walk]:
        for at, place in enumerate(places):
            trie, optional = self.table.slot(place)
            yield trie, places, at, meaning
            if not optional:
                return
