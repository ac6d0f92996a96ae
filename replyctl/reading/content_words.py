"""Finds the content words of a stretch: those left without function words, fillers and marks."""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.text.cut import Cut
from replyctl.text.phrases import stems


def content(piece: Cut, first: int, last: int, *fillers: str, ids: bool = False) -> Iterator[int]:
    """The words from `first` up to `last` that are in none of the sets and phrase lists named in `fillers`.

    Of the masks only ids count, and only if `ids` is set; numbers never do.
    """
    covered = piece.find(*fillers).words
    sets = [piece.language.sets.get(name, frozenset()) for name in ("stop-words", *fillers)]
    for index in range(first, last):
        word = piece.words[index]
        if word[0] == "§":
            if ids and word == "§id":
                yield index
        elif word[0].isalpha() and not covered.hold(index) and not any(stem(piece, word, words) for words in sets):
            yield index


def stem(piece: Cut, word: str, words: frozenset[str]) -> str:
    """The form of `word` that `words` holds: as it is, or without the language's prefix letters; else ""."""
    if word in words:
        return word
    prefixes = piece.language.prefixes
    return next((stem for stem in stems(word, prefixes) if stem in words), "") if prefixes else ""
