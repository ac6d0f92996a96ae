"""Whom a greeting names, held against the name of the customer."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from replyctl.clean import normalised
from replyctl.language import Language
from replyctl.language.salutation import folded
from replyctl.reading.holes import holes
from replyctl.text.cut import Cut
from replyctl.text.phrases import stems

_SHORTEST_SLIP = 4
_SHORTEST_NICKNAME = 2
_COMPOUND = 2
"""Characters of a family name that is not one."""
_LONGEST = 20
"""Words of a greeting that are looked at."""


class Addressed(NamedTuple):
    """The words of the greeting that can be a name: code points and the words themselves."""

    start: int
    end: int
    words: tuple[str, ...]


def addressed(piece: Cut) -> Addressed | None:
    """What stands in the greeting beside greeting words, titles and general forms of address; None: no greeting."""
    end = piece.zones.greeting_end
    if not end or holes(piece.text[:end], piece.language):
        return None  # a hole in the greeting is the placeholder rule's
    greeted = _greeted(piece)
    kept = []
    for index, word in enumerate(piece.words[:_LONGEST]):
        if piece.starts[index] >= end:
            break
        if word not in {".", "¶"} and (word == "§name" or (index not in greeted and not is_title(piece, word))):
            kept.append(index)
    start, stop = (piece.starts[kept[0]], piece.ends[kept[-1]]) if kept else (0, end)
    words = tuple(word for index in kept for word in piece.text[piece.starts[index] : piece.ends[index]].split())
    if piece.language.by_character and words:
        written = "".join(words)
        name = untitled(written, piece.language)
        stop -= len(written) - len(name) if name else 0
        words = (name,) if name else ()
    return Addressed(start, stop, words)


def _greeted(piece: Cut) -> set[int]:
    """The words that greet; a greeting word said again is a name that is spelt like it."""
    covered: set[int] = set()
    said: set[tuple[str, ...]] = set()
    for hit in piece.find("greeting-words", "greeting-behind"):
        words = tuple(piece.words[hit.first : hit.last])
        if words not in said:
            covered.update(range(hit.first, hit.last))
        said.add(words)
    for hit in piece.find("addressees"):
        if tuple(piece.words[hit.first : hit.last]) not in said or hit.last - hit.first > 1:
            covered.update(range(hit.first, hit.last))
    return covered


def is_title(piece: Cut, word: str) -> bool:
    """Whether the word, in reading form, is a title before or behind a name."""
    salutation = piece.language.salutation
    return bool(salutation and (folded(word) in salutation.before or folded(word) in salutation.after))


def untitled(name: str, language: Language) -> str:
    """`name` without a title that is written on to it without a space."""
    forms = language.salutation.before if language.salutation and not name.isascii() else {}
    title = max((form for form in forms if name.endswith(form)), key=len, default="")
    return name.removesuffix(title)


def plain(word: str) -> str:
    """A word without case and accents."""
    decomposed = normalised("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).strip(".,'\"’")


def script(word: str) -> str:
    """The script of the first letter, by its Unicode name ("LATIN", "HEBREW", "CJK"); "" without letters."""
    letter = next((char for char in word if char.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def fits(word: str, name: str, language: Language, *, given: bool = False) -> bool:
    """Whether `word` is `name`, or where that is a given name a short form of it; Chinese names also in part."""
    word, name = plain(word), plain(name)
    if not word or not name:
        return False
    if script(word) == "CJK":
        return _fits_han(word, untitled(name, language), language)
    if word == name or any(stem == name for stem in stems(word, language.prefixes)):
        return True
    shared = len(min(word, name, key=len))
    return given and shared >= _SHORTEST_NICKNAME and (name.startswith(word) or word.startswith(name))


def _fits_han(word: str, name: str, language: Language) -> bool:
    """The whole name, the family name, the given name, or the first or the last in a familiar form."""
    frame = language.salutation
    families, familiar = (frame.family_names, frame.familiar) if frame else (frozenset(), ())
    family = name[:_COMPOUND] if name[:_COMPOUND] in families and len(name) > _COMPOUND else name[:1]
    called = {f"{one}{part}" for one in familiar for part in (family, name[-1:])}
    return word in {name, family, name.removeprefix(family), name[-1:] * 2, *called}


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
