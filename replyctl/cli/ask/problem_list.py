"""The problems of a reply under review: the current one in full with its place and its fix, the others on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout import Dimension, FormattedTextControl, Window
from prompt_toolkit.utils import get_cwidth

from replyctl.cli.ask.frame import cut
from replyctl.cli.ask.problem_text import place, shown_fix
from replyctl.cli.ask.screen_text import Fragments, block

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.cli.ask.review_state import ReviewState
    from replyctl.lint.problem import Problem


def lines(state: ReviewState, width: int) -> tuple[Fragments, int]:
    """All lines for a pane of `width` columns, and the first line of the current problem."""
    count = len(state.problems)
    if not count:
        return [("class:notice", " no problems\n"), *_answers(state, width)], 0
    fragments: Fragments = [("class:dim", f" {state.current + 1} of {count}\n")]
    row = 0
    for at, problem in enumerate(state.problems):
        is_current = at == state.current
        if is_current:
            row = sum(fragment[1].count("\n") for fragment in fragments)
        severity = str(problem.severity)
        fragments += [
            ("class:heading", "›" if is_current else " "),
            (f"class:{severity}", severity),
            ("class:dim", f"{_told(problem, width - len(severity) - 1)}\n"),
        ]
        if is_current:
            fragments += [*block(problem.message, width), *block(shown_fix(problem), width, "class:notice")]
        else:
            fragments += block(cut(problem.message, width - 2), width, "class:dim")
    return [*fragments, *_answers(state, width)], row


def _told(problem: Problem, width: int) -> str:
    """Place and rule, and whether `f` fixes it, where there is room for that."""
    told = f" {place(problem)} · {problem.rule}"
    fixed = f"{told} · f fixes" if problem.fix else told
    return fixed if get_cwidth(fixed) < width else cut(told, width - 1)


def _answers(state: ReviewState, width: int) -> Fragments:
    fragments: Fragments = []
    for answer in state.answers:
        style = "class:error" if answer.status == "open" else "class:dim"
        fragments += [(style, f" {answer.status}\n"), *block(answer.question.text, width)]
    return fragments


def height(state: ReviewState, width: int) -> int:
    """How many lines there are."""
    return sum(fragment[1].count("\n") for fragment in lines(state, width)[0])


def pane(state: ReviewState, width: Callable[[], int], size: Callable[[], Dimension] | None = None) -> Window:
    """The list in a pane, scrolled so that the current problem is in view."""
    control = FormattedTextControl(
        lambda: _ended(lines(state, width())[0]),
        show_cursor=False,
        get_cursor_position=lambda: Point(0, _last_of_current(state, width())),
    )
    return Window(control, height=size)


def _last_of_current(state: ReviewState, width: int) -> int:
    """The line that must be in view: the last one of the current problem, at most three below its first."""
    fragments, row = lines(state, width)
    return min(row + 3, max(height(state, width) - 1, 0)) if fragments else 0


def _ended(fragments: Fragments) -> Fragments:
    """Without the last line's end, so that no empty line follows."""
    return [*fragments[:-1], (fragments[-1][0], fragments[-1][1].rstrip("\n"))]
