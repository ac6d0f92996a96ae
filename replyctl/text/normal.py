"""A text as rules read it: NFC, LF, without marks that have no width; and the way back to where everything stood.

Nearly every text is in that form already and costs one look; only the others get a map.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from replyctl.clean import LINE_ENDS, normalised

# Direction marks, joiners, soft hyphen, BOM, Hebrew points and accents: a reader sees through them, so do rules.
_WEIGHTLESS = (
    "\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
)
_ENDS = LINE_ENDS.replace("\n", "")
_CHANGED = re.compile(f"[{_ENDS}{_WEIGHTLESS}]")
_JAMO = range(0x1160, 0x1200)
"""Letters that join the one before them without being combining marks."""

_PLAIN: dict[int, int | str] = {
    **{0xFF10 + at: ord("0") + at for at in range(10)},
    **{0xFF21 + at + case: ord("A") + at + case for at in range(26) for case in (0, 32)},
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212\u05be\uff0d"), "-"),
}


def plain(text: str) -> str:
    """`text` as numbers in it are compared, of the same length.

    Full-width digits and letters, blanks that do not break and other hyphens become the plain ones.
    """
    return text if text.isascii() else text.translate(_PLAIN)


class Normal(NamedTuple):
    """`text` as rules read it; `span` gives the place of a stretch of it in the original (code points)."""

    text: str
    starts: array[int] | None = None
    ends: array[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch from `start` up to `end`, in code points of the original."""
        if self.starts is None or self.ends is None:
            return start, end
        first = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
        return first, self.ends[end - 1] if end > start else first


def normalise(text: str) -> Normal:
    """`text` in normal form, with its map where one is needed."""
    if text.isascii() and not ("\r" in text or "\x0c" in text or "\x0b" in text):
        return Normal(text)
    if not _CHANGED.search(text) and unicodedata.is_normalized("NFC", text):
        return Normal(text)
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    for start, end in _clusters(text):
        piece = _reading(text[start:end])
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return Normal("".join(pieces), starts, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with the marks that may compose with it; CR LF is one."""
    start = 0
    for at in range(1, len(text) + 1):
        joined = at < len(text) and (
            unicodedata.combining(text[at]) or ord(text[at]) in _JAMO or (text[at] == "\n" and text[at - 1] == "\r")
        )
        if not joined:
            yield start, at
            start = at


def _reading(cluster: str) -> str:
    if cluster[0] in _ENDS:
        return "\n"
    return _CHANGED.sub("", normalised("NFC", cluster))
