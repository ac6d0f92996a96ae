"""Hides the numbers and passwords that no mail should contain from what a report repeats of a text.

They are found once per draft, in the reply and in the customer's mail; wherever one of them is mentioned again, in any
case, it is made unreadable too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from replyctl.language import available, load
from replyctl.reading.sensitive import is_possible, sensitive
from replyctl.text.cut import cut
from replyctl.text.normal import normalise

Span = tuple[int, int]
_START = r"(?=(\S\S\S))"
_UNQUOTED = dict.fromkeys(map(ord, "\"'“”‘’«»„「」『』"), " ")
_KEPT = 4
"""Characters of a long number that stay readable."""
_LONG = 9
"""The fewest digits of a long number; with fewer it may be a password."""


class Secrets:
    """The secrets of a draft."""

    def __init__(self, found: Iterable[str]) -> None:
        self._found = {secret.lower() for secret in found}
        self._starts = {secret[:3] for secret in self._found}
        self._lengths = sorted({len(secret) for secret in self._found}, reverse=True)

    def hide(self, text: str) -> str:
        """`text` with every secret in it made unreadable, at the same length."""
        if not self._found:
            return text
        normal = normalise(text)  # as they were found: an invisible mark inside one hides it from no reader
        return blotted(text, (normal.span(start, end) for start, end in self._in(normal.text)))

    def _in(self, text: str) -> Iterator[Span]:
        for match in re.finditer(_START, text):
            if match[1].lower() in self._starts:
                start = match.start()
                ends = (start + length for length in self._lengths)
                yield from ((start, end) for end in ends if end <= len(text) and text[start:end].lower() in self._found)


def blotted(text: str, spans: Iterable[Span]) -> str:
    """`text` with these stretches made unreadable, except spaces, hyphens and the last four of a long number."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces += [text[at : max(start, at)], _blot(text[max(start, at) : end])]
        at = max(at, end)
    return "".join((*pieces, text[at:]))


def _blot(secret: str) -> str:
    is_long = len(secret) > _KEPT * 3 and sum(map(str.isdigit, secret)) >= _LONG
    kept = len(secret) - _KEPT if is_long else len(secret)
    return re.sub(r"[^\s-]", "•", secret[:kept]) + secret[kept:]


def hide(text: str) -> str:
    """`text` made safe to show, on its own, such as an error; it may mix languages."""
    if not is_possible(text):
        return text
    unquoted = text.translate(_UNQUOTED)  # errors quote values, and quoted words are otherwise masked
    pieces = [cut(unquoted, load(code)) for code in available()]
    found = [(piece, start, end) for piece in pieces for start, end, _ in sensitive(piece)]
    shown = blotted(text, [piece.normal.span(start, end) for piece, start, end in found])
    return Secrets(piece.text[start:end] for piece, start, end in found).hide(shown)
