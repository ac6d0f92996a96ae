"""The matter of a text, what it is about: content words in a form that makes synonyms and inflections equal."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache as once

from replyctl.reading.content_words import content
from replyctl.text.cut import Cut
from replyctl.text.phrases import stems

_SHORTEST_STEM = 3


def matter_of(piece: Cut, first: int, last: int) -> frozenset[str]:
    """The matter of a stretch: its content words, each as its synonyms' group or its stem; Chinese as pairs."""
    groups = piece.language.groups.get("synonyms", {})
    if piece.language.by_character:
        return _han_matter(piece, first, last, groups)
    indices = content(piece, first, last, "question-fillers")
    return frozenset(_key(piece, piece.words[index], groups) for index in indices)


def _han_matter(piece: Cut, first: int, last: int, groups: Mapping[str, str]) -> frozenset[str]:
    """Pairs of neighbouring characters, except fillers and function words; single characters; whole foreign words."""
    covered = piece.find("question-fillers", "question-words").words
    words = piece.words
    found = {words[at] for at in range(first, last) if words[at].isascii() and words[at].isalpha()}
    said = (piece.text[piece.starts[at] : piece.ends[at]] for at in range(first, last) if words[at] == "§quote")
    found |= {text[at : at + 2] for text in said for at in range(1, len(text) - 2)}
    for at in range(first, last - 1):
        pair = words[at] + words[at + 1]
        if covered.hold(at) or covered.hold(at + 1) or not pair.isalpha() or pair.isascii():
            continue
        if pair in groups or not all(piece.language.has("stop-words", word) for word in pair):
            found.add(groups.get(pair, pair))
    single = range(first, last)
    found |= {words[at] for at in single if not covered.hold(at) and _counts(piece, words[at])}
    return frozenset(found)


def _counts(piece: Cut, char: str) -> bool:
    """Whether a single character carries matter."""
    return char.isalpha() and not char.isascii() and not piece.language.has("stop-words", char)


def weight(matter: frozenset[str]) -> float:
    """How much matter this is: a single character counts half as much as a word or a pair."""
    return sum(0.5 if len(word) == 1 else 1 for word in matter)


def _key(piece: Cut, word: str, groups: Mapping[str, str]) -> str:
    """The form in which a word is compared: its group of synonyms, else its stem."""
    prefixes = piece.language.prefixes
    for form in (word, *stems(word, prefixes)):
        if form in groups:
            return groups[form]
    bare = next(iter(stems(word, prefixes)), word) if prefixes and len(word) > _SHORTEST_STEM else word
    fitting = (
        one
        for one in _endings(piece.language.sets.get("word-endings", frozenset()))
        if bare.endswith(one) and len(bare) - len(one) >= _SHORTEST_STEM
    )
    return bare.removesuffix(next(fitting, ""))


@once
def _endings(entries: frozenset[str]) -> tuple[str, ...]:
    """The endings, longest first."""
    return tuple(sorted(entries, key=len, reverse=True))
