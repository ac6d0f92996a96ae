"""Applies fixes to a draft: edits that do not overlap, repeated until nothing is left to fix."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence

from replyctl.lint.problem import Edit, Problem

_PASSES = 10
"""More passes would mean that two rules undo each other's fixes."""


def mend(text: str, check: Callable[[str], Sequence[Problem]], *, unsafe: bool) -> tuple[str, int]:
    """`text` with its problems fixed, and how many were; `check` returns the problems of a text."""
    count = 0
    for _ in range(_PASSES):
        edits, fixed = _chosen(check(text), unsafe=unsafe)
        if not edits:
            break
        text = apply(text, edits)
        count += fixed
    return text, count


def chosen(problems: Iterable[Problem], *, unsafe: bool) -> list[Edit]:
    """The edits to make in one pass: of a fix all or none, and of overlapping fixes the first in the text."""
    return _chosen(problems, unsafe=unsafe)[0]


def _chosen(problems: Iterable[Problem], *, unsafe: bool) -> tuple[list[Edit], int]:
    """As `chosen`, and the number of fixes."""
    taken: list[Edit] = []
    count = 0
    fixes = (problem.fix for problem in problems if problem.fix and (unsafe or problem.fix.safe))
    for fix in sorted(fixes, key=lambda fix: fix.edits[0][:2]):
        # The edits taken do not overlap, so only the two beside a new one can clash with it.
        beside = ((edit, taken[max(at - 1, 0) : at + 1]) for edit in fix.edits for at in (bisect_left(taken, edit),))
        if not any(_clash(edit, other) for edit, others in beside for other in others):
            count += 1
            for edit in fix.edits:
                insort(taken, edit)
    return taken, count


def apply(text: str, edits: Sequence[Edit]) -> str:
    """`text` after edits that are sorted and do not overlap."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*pieces, text[at:]))


def _clash(one: Edit, other: Edit) -> bool:
    return (one.start < other.end and other.start < one.end) or one.start == other.start
