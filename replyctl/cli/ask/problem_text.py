"""A problem in a few words: where it is, and what its fix would write."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from replyctl.lint.problem import Problem


def place(problem: Problem) -> str:
    """Where the problem is, for a person."""
    if problem.zone == "subject":
        return "subject"
    return f"line {problem.line}" if problem.start < problem.end else "whole reply"


def shown_fix(problem: Problem) -> str:
    """What the fix would write, "" if there is none."""
    if problem.fix is None:
        return ""
    if len(problem.fix.edits) != 1:
        return "f fixes it"
    (edit,) = problem.fix.edits
    return f"f writes: {edit.text}" if edit.text.strip() else "f takes it out"
