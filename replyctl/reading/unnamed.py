"""Finds greetings with a gap in place of the name, or with something there that is not a name."""

from __future__ import annotations

import re
from bisect import bisect_left

from replyctl.language.names import plain
from replyctl.reading.greeting import Addressed, addressed, is_title
from replyctl.reading.holes import names_itself
from replyctl.text.cut import Cut
from replyctl.text.spans import Range

_GAP = r"[^\W\d_][.'\"]?[ \t]+[.…*?_\-–— \t]{0,40}[,，:：]"
_TWO_BLANKS = r"[^\W\d_]\.?[ \t]{2,}\Z"
_COMMA = r"\.?[,，:：]"


def unnamed(piece: Cut, customer: str) -> Range | None:
    """The part of a body's greeting that lacks its name, or None; `customer` is the known name, or ""."""
    named = addressed(piece)
    if named is None:
        return None
    return _in_place_of_a_name(piece, named, plain(customer).split()) if named.words else _gap(piece)


def _gap(piece: Cut) -> Range | None:
    """A space before the comma, or a comma right after a word that calls for a name."""
    start, end = piece.zones.greeting
    if gap := re.search(_GAP, piece.text[start:end]):
        return start, start + gap.end()
    opening = [piece.ends[hit.last - 1] for hit in piece.find("greeting-open") if hit.first == 0]
    titles = [piece.ends[at] for at in _greeting(piece) if piece.language.has("name-titles", piece.words[at])]
    for at in (*opening, *titles[-1:]):
        if comma := re.match(_COMMA, piece.text[at:end]):
            return start, at + comma.end()
    return None


def _in_place_of_a_name(piece: Cut, named: Addressed, customer: list[str]) -> Range | None:
    """A word such as "Name", an extra space before the rest of a name, or a program's word for nothing."""
    start, end = piece.zones.greeting
    words = [plain(word) for word in named.words]
    if names_itself(" ".join(named.words), piece.language):
        greeted = next((hit.last for hit in piece.find("greeting-words") if hit.first == 0), 0)
        comma = re.search(_COMMA, piece.text[named.end : end]) if greeted else None
        return piece.starts[greeted] if greeted else named.start, named.end + (comma.start() if comma else 0)
    if re.search(_TWO_BLANKS, piece.text[start : named.start]) and words[0] not in customer[:1]:
        return start, named.end
    alone = len(words) == 1 and not any(is_title(piece, piece.words[at]) for at in _greeting(piece))
    for word, written in zip(words, named.words, strict=True):
        if piece.language.has("nothing-words", word) and word not in customer and (alone or written.islower()):
            at = piece.text.find(written, named.start)
            return at, at + len(written)
    return None


def _greeting(piece: Cut) -> range:
    """The words of the greeting."""
    return range(bisect_left(piece.starts, piece.zones.greeting_end))
