"""Finds typing slips: two neighbouring letters of a frequent word that are swapped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache as once

from replyctl.language import Language, load
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.phrases import stems


@remembered
def transposed(piece: Cut) -> list[Hit]:
    """Each word that is a frequent one with two letters swapped, and not a word itself; the value is the word meant."""
    meant = _meant(piece.language.code) if piece.language.sets.get("often-written") else {}
    return list(_found(piece, meant)) if meant else []


def _found(piece: Cut, meant: Mapping[str, str]) -> Iterator[Hit]:
    for index, word in enumerate(piece.words):
        for form in (word, *stems(word, piece.language.prefixes)):
            if form in meant:
                yield Hit(index, index + 1, meant[form], len(word) - len(form))
                break


@once
def _meant(code: str) -> Mapping[str, str]:
    """The frequent words, by the slips that may stand for them."""
    language = load(code)
    often = language.sets["often-written"]
    slips = ((slip, word) for word in sorted(often) for slip in _slips(word))
    return {slip: word for slip, word in slips if slip not in often and not _is_word(slip, language)}


def _slips(word: str) -> Iterator[str]:
    return (f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in range(len(word) - 1))


def _is_word(slip: str, language: Language) -> bool:
    """Whether the slip is a word itself, on any list of the language."""
    known = (language.sets.get("transposed-words", frozenset()), *language.sets.values())
    return any(slip in words for words in known)
