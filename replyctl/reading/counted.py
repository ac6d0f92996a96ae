"""Finds single things behind words that count several: "one of our driver", "two day ago"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache as once

from replyctl.language import load
from replyctl.reading.neighbours import is_joined
from replyctl.reading.subjects import is_singular
from replyctl.reading.verbs import regular, verbs
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.tokens import END, LINE


@remembered
def miscounted(piece: Cut) -> list[Hit]:
    """Each noun with the words that count it; the value has it in the plural."""
    return sorted([*_found(piece), *_single(piece)]) if piece.language.verb_endings else []


def _found(piece: Cut) -> Iterator[Hit]:
    known = verbs(piece.language.code)
    for hit in piece.find("counting-parts"):
        if is_joined(piece, hit.last) and is_singular(piece, hit.last, known):
            yield from _several(piece, hit.first, hit.last)
    for hit in piece.find("counting-words"):
        at = hit.last
        thing = is_joined(piece, at) and piece.language.has("singular-nouns", piece.words[at])
        if thing and (piece.words[at] not in known or is_helped(piece, at + 1)):
            yield from _several(piece, hit.first, at)


def _single(piece: Cut) -> Iterator[Hit]:
    """Every days -> every day; not "each orders page"."""
    things = _plurals(piece.language.code)
    for hit in piece.find("counting-ones"):
        if is_joined(piece, hit.last) and piece.words[hit.last] in things and _ends_there(piece, hit.last + 1):
            yield Hit(hit.first, hit.last + 1, f"_ {things[piece.words[hit.last]]}")


@once
def _plurals(code: str) -> Mapping[str, str]:
    """The listed nouns by their plurals, which have the endings of verbs."""
    language = load(code)
    return {regular(noun, language)[0]: noun for noun in language.sets.get("singular-nouns", ())}


def _ends_there(piece: Cut, at: int) -> bool:
    """Whether no further noun follows."""
    behind = piece.words[at] if is_joined(piece, at) else END
    return behind in {END, LINE} or is_helped(piece, at) or piece.language.has("behind-nouns", behind)


def _several(piece: Cut, first: int, at: int) -> Iterator[Hit]:
    if _ends_there(piece, at + 1):
        plural, *_ = regular(piece.words[at], piece.language)
        yield Hit(first, at + 1, f"_ {plural}")


def is_helped(piece: Cut, at: int) -> bool:
    """Whether a helping verb stands there."""
    return at < len(piece.words) and (
        piece.language.has("modal-forms", piece.words[at])
        or piece.words[at] in piece.language.groups.get("singular-forms", {})
        or f"={piece.words[at]}" in piece.language.groups.get("singular-forms", {}).values()
    )
