"""Where a line of text may be broken: between words, or between Chinese characters but not before a closing mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.text.width import width as columns

if TYPE_CHECKING:
    from collections.abc import Iterator

_CJK = "\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_NOT_FIRST = "，。、；：？！）》〉」』】〕］｝”’…·％,.;:?!)]}%"
_NOT_LAST = "（《〈「『【〔［｛“‘([{"
# A pattern as text: most runs never wrap a line, so it is compiled when needed.
_UNIT = rf"[ \t]+|https?://[^\s{_CJK}]+|[{_CJK}]|[^\s{_CJK}]+"
"""Spaces, a URL, one character of a script without spaces, or a word."""


def broken(text: str, room: int, *, start: str = "", hang: str = "") -> Iterator[str]:
    """The lines of `text`, which has no line ends, in `room` columns, or more for a longer word.

    The first line begins with `start`, the others with `hang`.
    """
    current, column = start, columns(start)
    for blank, unit in _units(text):
        size = columns(unit)
        if current not in {start, hang} and column + columns(blank) + size > room:
            yield current
            current, column, blank = hang, columns(hang), ""  # noqa: PLW2901 - drops the space at a break
        current += blank + unit
        column += columns(blank) + size
    yield current.rstrip()


def _units(text: str) -> Iterator[tuple[str, str]]:
    """Unbreakable units, each with the spaces before it."""
    blank = unit = ""
    for piece in re.findall(_UNIT, text):
        if piece.isspace():
            if unit:
                yield blank, unit
            blank, unit = piece, ""
        elif unit and (piece[0] in _NOT_FIRST or unit[-1] in _NOT_LAST):
            unit += piece
        else:
            if unit:
                yield blank, unit
                blank = ""
            unit = piece
    if unit:
        yield blank, unit
