"""The notation of the phrase lists in `language/*.yaml`, and what it compiles to.

Words are matched in reading form, so case and curly apostrophes do not matter. `we|i will`: alternatives; `~so very`: an
optional word; `sorry _ delay`: any one word; `= aus`: the word as it is, no prefix letters before it. A mapping gives each
phrase a value, such as the better word.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from itertools import chain, product
from math import prod
from typing import Any

from replyctl.language import LanguageFile
from replyctl.text.masks import masks
from replyctl.text.tokens import Tokens, tokenise

Slot = tuple[dict[str, Any], bool]
"""A trie of what may stand in one place of a phrase ("" marks an end), and whether nothing may."""
Meaning = tuple[str, str, bool]
"""The list, the phrase's value, whether prefix letters may precede the phrase."""
Phrases = tuple[dict[str, Any], list[tuple[tuple[Slot, ...], Meaning]]]
"""The phrases of one first word: those with few wordings in a trie ("" leads to their meanings), and the others."""
Table = dict[str, bytes]
"""The phrases by their first word, each packed: a text needs those of its own words, and unpacking all takes longer."""
ANY = "_"
_MOST = 16
"""Wordings of a phrase that are written out in the trie; one with more is walked place by place."""


def compiled(file: LanguageFile) -> Table:
    """All phrases of a language."""
    table: dict[str, Phrases] = {}
    for name, entries in file.words.items():
        pairs = entries.items() if isinstance(entries, dict) else ((entry, "") for entry in entries)
        for phrase, value in pairs:
            meaning = name, value, file.boundary == "prefixed" and not phrase.startswith("= ")
            places = [_place(word) for word in phrase.removeprefix("= ").split()]
            if prod(len(wordings) for wordings in places) <= _MOST:
                for words in filter(None, (list(chain.from_iterable(wording)) for wording in product(*places))):
                    trie, _ = table.setdefault(words[0], ({}, []))
                    _into(trie, words).setdefault("", []).append(meaning)
            else:
                slots = tuple(_slot(wordings) for wordings in places)
                for first in _firsts(slots):
                    table.setdefault(first, ({}, []))[1].append((slots, meaning))
    return {first: marshal.dumps(phrases) for first, phrases in table.items()}


def unpacked(packed: bytes) -> Phrases:
    """The phrases of one first word."""
    phrases: Phrases = marshal.loads(packed)  # noqa: S302 - from our own cache, whose checksum fits
    return phrases


def _into(trie: dict[str, Any], words: list[str]) -> dict[str, Any]:
    for word in words:
        trie = trie.setdefault(word, {})
    return trie


def _place(word: str) -> list[list[str]]:
    """What may stand in the place that a word of the notation is: words each; nothing where it is optional."""
    return [_read(wording) for wording in word.removeprefix("~").split("|")] + ([[]] if word.startswith("~") else [])


def _slot(wordings: list[list[str]]) -> Slot:
    trie: dict[str, Any] = {}
    for words in filter(None, wordings):
        _into(trie, words)[""] = True
    return trie, [] in wordings


def _firsts(slots: tuple[Slot, ...]) -> Iterator[str]:
    """The words that a phrase may begin with: those of its first places, up to one that must be filled."""
    for trie, optional in slots:
        yield from trie
        if not optional:
            return


def _read(wording: str) -> list[str]:
    """The words of one place, as a text's words are read."""
    if wording == ANY or wording.startswith("§"):
        return [wording]
    tokens = Tokens()
    tokenise(wording, 0, len(wording), masks(wording), frozenset(), tokens)
    return tokens.words
