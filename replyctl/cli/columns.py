"""A plain table for a terminal or a pipe: aligned by what a terminal shows, in any script."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from replyctl.clean import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "  "
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_RIGHT_TO_LEFT = {"R", "AL"}


def aligned(rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """`rows` as lines with aligned columns; the last column is cut to fit `width` cells (None: nothing is cut).

    Texts may be foreign. One that runs right to left stands in an isolate, so that it does not turn its row around.
    """
    cells = [[" ".join(printable(text).split()) for text in row] for row in rows]
    widths = [max(map(cells_of, column)) for column in zip(*(row[:-1] for row in cells), strict=True)]
    room = width and max(8, width - sum(widths) - len(GAP) * len(widths))
    lines = (
        GAP.join(
            (
                *(_isolated(text) + " " * (wide - cells_of(text)) for text, wide in zip(row, widths, strict=False)),
                _isolated(cut(row[-1], room) if room else row[-1]),
            )
        ).rstrip()
        for row in cells
    )
    return "".join(f"{line}\n" for line in lines)


def cells_of(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def cut(text: str, width: int) -> str:
    """`text` within `width` cells, with an ellipsis where something was cut."""
    if cells_of(text) <= width:
        return text
    kept, used = "", 1
    for char in text:
        used += _cells(char)
        if used > width:
            break
        kept += char
    return f"{kept.rstrip()}…"


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _isolated(text: str) -> str:
    if text.isascii() or not any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text):
        return text
    return f"{_FIRST_STRONG}{text}{_POP}"
