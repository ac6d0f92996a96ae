"""`--diff`: the changes of the fixes as a unified diff."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.clean import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Lines = Sequence[str]
    Change = tuple[int, int, int, int]
    """The old lines from one up to another, and the new ones in their place."""

_CONTEXT = 3
_REACH = 6
"""Lines within which both texts agree again after a fix, which joins two at most. After that, compare line by line."""
_STEPS = sorted(((old, new) for old in range(_REACH) for new in range(_REACH)), key=sum)[1:]


def unified(name: str, before: str, after: str) -> str:
    """The unified diff of two texts, "" if they are the same.

    Not with `difflib`, whose time is quadratic in the number of lines.
    """
    old, new = (re.findall(r"[^\n]*\n|[^\n]+", text) for text in (before, after))
    name = printable(name).replace("\n", "\ufffd")
    hunks = "".join(_hunk(old, new, hunk) for hunk in _hunks(_changes(old, new)))
    return f"--- {name}\n+++ {name}\n{hunks}" if hunks else ""


def _changes(old: Lines, new: Lines) -> Iterator[Change]:
    at = to = 0
    while at < len(old) or to < len(new):
        if _agree(old, at, new, to):
            at, to = at + 1, to + 1
            continue
        start, begin = at, to
        while not _agree(old, at, new, to):
            more, put = next((step for step in _STEPS if _agree(old, at + step[0], new, to + step[1])), (1, 1))
            at, to = min(at + more, len(old)), min(to + put, len(new))
        yield start, at, begin, to


def _agree(old: Lines, at: int, new: Lines, to: int) -> bool:
    """Whether both continue with the same line, or both end."""
    return old[at : at + 1] == new[to : to + 1]


def _hunks(changes: Iterator[Change]) -> Iterator[list[Change]]:
    """Groups of changes that are near each other."""
    hunk: list[Change] = []
    for change in changes:
        if hunk and change[0] - hunk[-1][1] > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(old: Lines, new: Lines, changes: Sequence[Change]) -> str:
    start, begin = max(changes[0][0] - _CONTEXT, 0), max(changes[0][2] - _CONTEXT, 0)
    end, stop = min(changes[-1][1] + _CONTEXT, len(old)), min(changes[-1][3] + _CONTEXT, len(new))
    lines: list[str] = []
    at = start
    for first, last, put, to in changes:
        lines += [
            *(f" {line}" for line in old[at:first]),
            *(f"-{line}" for line in old[first:last]),
            *(f"+{line}" for line in new[put:to]),
        ]
        at = last
    lines += [f" {line}" for line in old[at:end]]
    return f"@@ -{_range(start, end)} +{_range(begin, stop)} @@\n{''.join(map(_shown, lines))}"


def _range(start: int, end: int) -> str:
    if end - start == 1:
        return str(start + 1)
    return f"{start + (end > start)},{end - start}"


def _shown(line: str) -> str:
    """A line made safe for the terminal, with its own line end."""
    if not line.endswith("\n"):
        return f"{printable(line)}\n\\ No newline at end of file\n"
    text = line.removesuffix("\n").removesuffix("\r")
    return f"{printable(text)}{line[len(text) :]}"
