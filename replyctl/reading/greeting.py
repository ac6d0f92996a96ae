"""Reads whom a greeting names, and tells slips in a name."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from replyctl.language.names import plain
from replyctl.language.salutation import folded
from replyctl.people.called import untitled
from replyctl.people.name_scripts import script
from replyctl.reading.holes import holes
from replyctl.text.cut import Cut

_SHORTEST_SLIP = 4
_LONGEST = 20
"""How many words of a greeting are read."""


class Addressed(NamedTuple):
    """The words of the greeting that can be a name: code points and the words themselves."""

    start: int
    end: int
    words: tuple[str, ...]


def addressed(piece: Cut, names: Collection[str] = ()) -> Addressed | None:
    """What a greeting holds besides greeting words, titles and general forms of address; None if there is no greeting.

    `names` are the customer's names in plain form, which may be ordinary words too (ברכה, שבת, Friend).
    """
    end = piece.zones.greeting_end
    if not end or holes(piece.text[:end], piece.language):
        return None  # a hole in the greeting is the placeholder rule's
    greeted = _greeted(piece, names)
    kept = []
    # Without word breaks a title of one character may be half of another word: only one after the name is removed.
    apart = not piece.language.by_character
    for index, word in enumerate(piece.words[:_LONGEST]):
        if piece.starts[index] >= end:
            break
        if word not in {".", "¶"} and (
            word == "§name" or (index not in greeted and not (apart and is_title(piece, word)))
        ):
            kept.append(index)
    start, stop = (piece.starts[kept[0]], piece.ends[kept[-1]]) if kept else (0, end)
    words = tuple(word for index in kept for word in piece.text[piece.starts[index] : piece.ends[index]].split())
    if piece.language.by_character and words:
        words = _runs(piece, start, stop, words)
        name = untitled(words[-1], piece.language)
        stop -= len(words[-1]) - len(name) if name or len(words) > 1 else 0
        words = (*words[:-1], name) if name else words[:-1]
    return Addressed(start, stop, words)


def _runs(piece: Cut, start: int, stop: int, words: tuple[str, ...]) -> tuple[str, ...]:
    """The characters of a text without word breaks joined into one word, with any marks between several people."""
    frame = piece.language.salutation
    marks = [joiner for joiner in frame.names.joiners if not joiner.isalpha()] if frame else []
    written = "".join(piece.text[start:stop].split())
    if any(mark in written for mark in marks):
        return (written,)
    foreign = tuple(word for word in words if script(word) != script(words[-1]) or len(word) > 1)
    own = "".join(word for word in words if word not in foreign)
    return (*foreign, own) if own else foreign


def _greeted(piece: Cut, names: Collection[str]) -> set[int]:
    """The words that greet; a repeated greeting word is taken as a name spelt like it."""
    covered: set[int] = set()
    said: set[tuple[str, ...]] = set()
    for hit in piece.find("greeting-words", "greeting-behind"):
        words = tuple(piece.words[hit.first : hit.last])
        if words not in said:
            covered.update(range(hit.first, hit.last))
        said.add(words)
    for hit in piece.find("addressees"):
        if hit.last - hit.first == 1 and plain(piece.words[hit.first]) in names:
            continue
        if tuple(piece.words[hit.first : hit.last]) not in said or hit.last - hit.first > 1:
            covered.update(range(hit.first, hit.last))
    return covered


def is_title(piece: Cut, word: str) -> bool:
    """Whether the word, in reading form, is a title before or after a name."""
    salutation = piece.language.salutation
    return bool(salutation and (folded(word) in salutation.before or folded(word) in salutation.after))


def slip(word: str, name: str) -> bool:
    """Whether `word` is `name` with one or two letters wrong."""
    word, name = plain(word), plain(name)
    if min(len(word), len(name)) < _SHORTEST_SLIP or word == name:
        return False
    most = 1 if min(len(word), len(name)) < _SHORTEST_SLIP + 2 else 2
    if abs(len(word) - len(name)) > most:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(word, name, score_cutoff=most) <= most
