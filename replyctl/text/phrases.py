"""The phrases that rules look for, all lists at once, in one pass over a text's words.

From each word on, the text is followed through all phrases together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache as once

from replyctl import cache
from replyctl.language import NEUTRAL, Language, load, raw, stamp
from replyctl.text.hits import Hit, apart
from replyctl.text.notation import UNLESS
from replyctl.text.phrase_states import State, States
from replyctl.text.phrase_table import PhraseTable, compiled

_LONGEST_PREFIX = 3


@once
def _states(code: str) -> States:
    if code == NEUTRAL:
        return States(PhraseTable(({}, [], [])), load(code))
    return States(cache.remember("phrases", stamp(code), lambda: compiled(raw(code)), PhraseTable), load(code))


def scan(words: list[str], language: Language) -> dict[str, list[Hit]]:
    """Every phrase of `language` in `words`, by list, in order, without the exceptions of the list.

    Of overlapping ones of a list the longest first begun is found.
    """
    states, prefixes = _states(language.code), language.prefixes
    states.forget(len(words))
    starts = states.starts
    found: dict[str, list[Hit]] = {}
    for index, word in enumerate(words):
        state = starts[word] if word in starts else states.start(word)
        if state is not None:
            _follow(state, words, index, found, 0)
        if prefixes and word[0] in prefixes:
            for stem in stems(word, prefixes):
                state = starts[stem] if stem in starts else states.start(stem)
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


def _follow(state: State, words: list[str], index: int, found: dict[str, list[Hit]], glued: int) -> None:
    """Walk on from the word `index` as far as any phrase goes, and note the longest of each list."""
    longest: dict[str, tuple[int, str]] = {}
    last, end = index + 1, len(words)
    following: State | None = state
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
