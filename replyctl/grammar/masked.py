"""The text that an engine sees, with a plain word in place of each mask, and the way back to the original.

Names, numbers, links and quoted speech would only mislead an engine, and need not be sent to it. A sentence must stay
whole, so a name becomes another name and a number another number; what has no stand-in stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from replyctl.text.masks import Mask

CUT = "§cut"
"""The mask for what is not part of the message at all: quoted mail, a directive."""
_STAND_IN = {
    "§name": "Mary",
    "§handle": "Mary",
    "§url": "https://example.com",
    "§email": "mary@example.com",
    "§phone": "5550100",
    "§id": "7",
    "§quote": "“it”",
    "§code": "Mary",
    CUT: "\n\n",
}
_NEAR = 1
"""A finding this close to a mask is about the mask: the article before a number, a space after a name."""


class PlacedMask(NamedTuple):
    """A mask in the text that the engine sees, and in the original (code points)."""

    start: int
    end: int
    old_start: int
    old_end: int


class Masked:
    """A text as an engine sees it."""

    def __init__(self, text: str, masks: Sequence[Mask]) -> None:
        self.original = text
        self.pieces: list[PlacedMask] = []
        parts, at, length = [], 0, 0
        for start, end, kind in _apart(masks):
            stand_in = _stand_in(text[start:end], kind)
            parts += [text[at:start], stand_in]
            length += start - at
            self.pieces.append(PlacedMask(length, length + len(stand_in), start, end))
            length += len(stand_in)
            at = end
        self.text = "".join((*parts, text[at:]))
        self._starts = [piece.start for piece in self.pieces]

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """The same stretch in the original; None if it touches a mask or is outside the text."""
        if not 0 <= start <= end <= len(self.text):
            return None
        before = bisect_right(self._starts, start) - 1
        for piece in self.pieces[max(before, 0) : before + 2]:
            if start <= piece.end + _NEAR and piece.start - _NEAR <= end:
                return None
        moved = 0 if before < 0 else self.pieces[before].old_end - self.pieces[before].end
        return start + moved, end + moved


def _stand_in(text: str, kind: str) -> str:
    if kind in {"§name", "§handle"} and not re.match("[A-Za-z\u00c0-\u024f\u1e00-\u1eff@]", text):
        return text
    return _STAND_IN.get(kind, text)


def _apart(masks: Sequence[Mask]) -> list[Mask]:
    """The masks sorted, and overlapping ones merged under the kind of the first."""
    apart: list[Mask] = []
    for start, end, kind in sorted(masks, key=lambda mask: (mask[0], -mask[1])):
        if apart and start < apart[-1][1]:
            if end > apart[-1][1]:
                apart[-1] = apart[-1][0], end, apart[-1][2]
        elif start < end:
            apart.append((start, end, kind))
    return apart
