"""Finds clauses of another script's language inside a sentence; names, addresses, quotations and glosses are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from replyctl.language import Language, available, load
from replyctl.text.cut import Cut, remembered

_LEAST_WORDS, _LEAST_CHARACTERS = 3, 6
"""How long a clause is."""
_LEAST_TELLING = 2
"""How many of its words no name or address has."""
_LATIN = r"[A-Za-z][A-Za-z'’]+"
_LEAST_LATIN = 3
"""Words of the sentence around it, on its line."""
_GLOSS = set("([{<:：（【「『\"'“‘«")


@remembered
def foreign_clauses(piece: Cut) -> list[tuple[int, int]]:
    """Each, in code points. Only in texts of a Latin script: what others take from Latin ones are mostly names."""
    if piece.text.isascii() or piece.language.letters:
        return []
    return sorted(span for code in available() if load(code).letters for span in _clauses(piece, load(code)))


def _clauses(piece: Cut, other: Language) -> Iterator[tuple[int, int]]:
    for match in _runs(other.code).finditer(piece.text):
        start, end = match.span()
        if _is_clause(match[0], other) and _is_inside(piece.text, start, end) and not piece.is_hidden(start):
            yield start, end


@cache
def _runs(code: str) -> re.Pattern[str]:
    letters = f"[{''.join(load(code).letters)}]"
    return re.compile(rf"{letters}+(?:[ ，、,\"'׳״-]{{1,2}}{letters}+)*")


def _is_clause(text: str, other: Language) -> bool:
    telling = other.sets.get("clause-words", frozenset())
    if other.by_character:
        return len(text) >= _LEAST_CHARACTERS and sum(word in text for word in telling) >= _LEAST_TELLING
    words = re.findall(r"[^\W\d_]+", text)
    return len(words) >= _LEAST_WORDS and sum(word in telling for word in words) >= _LEAST_TELLING


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether the sentence that it is in goes on beside it, and does not only quote or explain it."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, after = text[first:start].rstrip(), text[end : last if last >= 0 else len(text)].lstrip()
    if before[-1:] in _GLOSS or len(re.findall(_LATIN, f"{before} {after}")) < _LEAST_LATIN:
        return False
    return bool(re.search(r"[A-Za-z0-9,’']\Z", before) or re.match(r"[a-z]", after))
