"""What a report may repeat of a text: all but the numbers and passwords that must stand in no mail.

They are found once a draft, in the reply and in the customer's mail; wherever one of them is mentioned again, also in
small or capital letters, it is made unreadable too.
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
"""Digits from which it is one, and no password."""


class Secrets:
    """The secrets of a draft."""

    def __init__(self, found: Iterable[str]) -> None:
        self._found = {secret.lower() for secret in found}
        self._starts = {secret[:3] for secret in self._found}
        self._lengths = sorted({len(secret) for secret in self._found}, reverse=True)

    def hide(self, text: str) -> str:
        """`text` with each of them in it made unreadable; it stays as long as it is."""
        if not self._found:
            return text
        normal = normalise(text)  # as they were found: a mark without width in one of them hides it from no reader
        return blotted(text, (normal.span(start, end) for start, end in self._in(normal.text)))

    def _in(self, text: str) -> Iterator[Span]:
        for match in re.finditer(_START, text):
            if match[1].lower() in self._starts:
                start = match.start()
                ends = (start + length for length in self._lengths)
                yield from ((start, end) for end in ends if text[start:end].lower() in self._found)


def blotted(text: str, spans: Iterable[Span]) -> str:
    """`text` with these stretches made unreadable, all but blanks, hyphens and the last four of a long number."""
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
    """A text that stands by itself, such as an error, as it may be shown; it may be in any language, or in several."""
    if not is_possible(text):
        return text
    unquoted = text.translate(_UNQUOTED)  # an error quotes a value; what is quoted is else no word of a text
    pieces = [cut(unquoted, load(code)) for code in available()]
    found = [(piece, start, end) for piece in pieces for start, end, _ in sensitive(piece)]
    shown = blotted(text, [piece.normal.span(start, end) for piece, start, end in found])
    return Secrets(piece.text[start:end] for piece, start, end in found).hide(shown)
