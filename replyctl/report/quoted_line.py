"""The line of a draft that holds a problem, cut to fit a terminal, with the problem marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.clean import LINE_ENDS, printable
from replyctl.text.scripts import runs_from_right
from replyctl.text.width import MOST, ending, shortened, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.lint.problem import Problem
    from replyctl.report.colour import Piece

LEAST, WIDEST = 16, 100
"""Columns of a line shown around a problem."""
_REACH = WIDEST * MOST
"""Most code points read beside a problem, and of it: no more fit the columns."""
BAR = "  | "
_CUT = "…"
ISOLATE, END = "\u2068", "\u2069"


def quoted(text: str, problem: Problem, columns: int) -> list[Piece]:
    """The line, cut around the problem, with the problem marked: by carets, in a right-to-left line by brackets."""
    if not problem.text:
        return []
    before, marked, after = _around(text, problem.start, problem.end)
    rtl = runs_from_right(before + marked + after)
    before, marked, after = _fitted(before, marked, after, columns - 2 * rtl)
    if rtl:
        return [(BAR, "dim"), (f"{ISOLATE}{before}⟦{marked}⟧{after}{END}\n", "")]
    carets = "^" * max(1, width(marked))
    return [
        (BAR, "dim"),
        (f"{before}{marked}{after}\n", ""),
        (BAR, "dim"),
        (" " * width(before) + carets + "\n", "red"),
    ]


def _fitted(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """The three within `room` columns, with an ellipsis where something was cut."""
    if sum(map(width, (before, marked, after))) <= room:
        return before, marked, after
    marked = shortened(marked, room)
    left = room - width(marked)
    shown = ending(before, max(left // 2, left - width(after)))
    rest = shortened(after, left - width(shown))
    if shown != before and left:
        shown = f"{_CUT}{ending(before, width(shown) - 1).lstrip()}"
    return shown, marked, rest


def _around(text: str, start: int, end: int) -> Iterator[str]:
    """The text before a span on its line, the span up to the line's end, and the text after it on the line."""
    near = max(start - _REACH, 0)
    first = max((text.rfind(mark, near, start) + 1 for mark in LINE_ENDS), default=0) or near
    end = min(end, start + _REACH)
    ends = (at for mark in LINE_ENDS if (at := text.find(mark, start, end + _REACH)) >= 0)
    last = min(ends, default=end + _REACH)
    stretches = text[first:start], text[start : min(end, last)], text[min(end, last) : last]
    return (printable(stretch).expandtabs(1) for stretch in stretches)
