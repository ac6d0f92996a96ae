"""A plain table for a terminal or a pipe, aligned by display width in any script."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from replyctl.clean import printable
from replyctl.text.width import shortened, width

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "  "
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT = {"R", "AL"}


def aligned(rows: Sequence[Sequence[str]], room: int | None = None) -> str:
    """`rows` as lines with aligned columns; the last column is cut to fit `room` columns (None: no cut).

    Texts may be untrusted. Right-to-left text is isolated, so that it does not reorder its row.
    """
    cells = [[" ".join(printable(text).split()) for text in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*(row[:-1] for row in cells), strict=True)]
    last = room and max(8, room - sum(widths) - len(GAP) * len(widths))
    lines = (
        GAP.join(
            (
                *(_isolated(text) + " " * (wide - width(text)) for text, wide in zip(row, widths, strict=False)),
                _isolated(shortened(row[-1], last) if last else row[-1]),
            )
        ).rstrip()
        for row in cells
    )
    return "".join(f"{line}\n" for line in lines)


def _isolated(text: str) -> str:
    if text.isascii() or not any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text):
        return text
    return f"{_FIRST_STRONG}{text}{_POP}"
