"""Finds where in a template a stretch of its output was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.library.foreign import tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]
_WRITTEN = re.compile(r"[^\n]+")
_CONTEXT = 40
"""How many characters on either side are compared to tell equal stretches apart."""


class Written(NamedTuple):
    """A stretch of a template: where it begins, and its length."""

    at: int
    length: int


def written(source: str, printed: str, span: Span, approved: Sequence[Span] | None = None) -> Written | None:
    """The part of the template `source` that printed the stretch `span` of `printed`, or the largest piece of it.

    `approved` are the spans of `printed` that came from templates (None: unknown). None if values printed it all.
    """
    start, end = span
    best: tuple[tuple[int, int], Written] | None = None
    for at, text in _literals(source):
        for found in re.finditer(re.escape(text), printed):
            low, high = max(start, found.start()), min(end, found.end())
            if not printed[low:high].strip() or not _is_approved((low, high), approved):
                continue
            origin = at + low - found.start()
            fit = _shared(source, (at, at + len(text)), printed, found.span())
            if best is None or (high - low, fit) > best[0]:
                best = (high - low, fit), Written(origin, high - low)
    return best[1] if best else None


def _literals(source: str) -> Iterator[tuple[int, str]]:
    """The text between the tags, line by line and stripped, each piece with its offset."""
    at = 0
    for stop, behind in (*tags(source), (len(source), len(source))):
        for line in _WRITTEN.finditer(source, at, stop):
            if text := line[0].strip():
                yield line.start() + line[0].index(text), text
        at = behind


def _is_approved(span: Span, approved: Sequence[Span] | None) -> bool:
    return approved is None or any(low < span[1] and span[0] < high for low, high in approved)


def _shared(source: str, here: Span, printed: str, there: Span) -> int:
    """How many characters are the same around the two places."""
    before = _alike(source[: here[0]][: -_CONTEXT - 1 : -1], printed[: there[0]][: -_CONTEXT - 1 : -1])
    return before + _alike(source[here[1] :][:_CONTEXT], printed[there[1] :][:_CONTEXT])


def _alike(one: str, other: str) -> int:
    """How many characters at the start of both are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((count for count, (left, right) in pairs if left != right), min(len(one), len(other)))
