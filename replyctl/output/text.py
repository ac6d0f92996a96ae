"""The body alone, ready to paste or pipe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.clean import clean
from replyctl.output.preformatted import preformatted
from replyctl.text.width import width as columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem

_CJK = "\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_NOT_FIRST = "，。、；：？！）》〉」』】〕］｝”’…·％,.;:?!)]}%"
_NOT_LAST = "（《〈「『【〔［｛“‘([{"
# Patterns as text: most runs never wrap a line, so they are compiled when needed.
_UNIT = rf"[ \t]+|https?://[^\s{_CJK}]+|[{_CJK}]|[^\s{_CJK}]+"
"""Spaces, a URL, one character of a script without spaces, or a word."""
_PREFIX = r"(?P<quote>(?:>[ ]?)*)(?P<item>[ \t]*(?:(?:[-*•–]|\d{1,3}[.)])[ \t]+|\d{1,3}[、．])?)"
_SIGNATURE = r"(?m)^-- ?$"


def render(reply: Reply, *, problems: Sequence[Problem] = ()) -> str:  # noqa: ARG001 - all formats have one signature
    """The body: LF line ends, exactly one final newline, not wrapped."""
    return f"{clean(reply.body, newlines=True)}\n"


def wrap(body: str, width: int) -> str:
    """The body with its lines broken at `width` terminal columns.

    Breaks are between words, or between Chinese characters but not before a closing mark; URLs stay whole, quotes
    keep their `> `, list items get a hanging indent; the signature, code and tables stay as they are.
    """
    mark = re.search(_SIGNATURE, body)
    end = mark.start() if mark else len(body)
    lines = body[:end].split("\n")
    kept = preformatted(lines)
    parts = ([line] if at in kept else _wrapped(line, width) for at, line in enumerate(lines))
    return "\n".join(part for one in parts for part in one) + body[end:]


def _wrapped(line: str, width: int) -> Iterator[str]:
    found = re.match(_PREFIX, line)
    quote, item = (found["quote"], found["item"]) if found else ("", "")
    start, hang = quote + item, quote + " " * columns(item)
    current, column = start, columns(start)
    for blank, unit in _units(line[len(start) :]):
        size = columns(unit)
        if current not in {start, hang} and column + columns(blank) + size > width:
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
