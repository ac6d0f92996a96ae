"""`-f pretty`: each problem with its line, for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.clean import LINE_ENDS, printable
from replyctl.lint.problem import Problem, Severity
from replyctl.text.scripts import runs_from_right
from replyctl.text.width import MOST, ending, fitting, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.reading.answers import Answer
    from replyctl.report.checked import Checked
    from replyctl.report.protocol import Style

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}
_COLOURS = {"open": "red", "unsure": "yellow"}
_LEAST, _MOST = 16, 100
"""Columns of a line shown around a problem."""
_REACH = _MOST * MOST
"""Most code points read beside a problem, and of it: no more fit the columns."""
_BAR = "  | "
_ISOLATE, _END = "\u2068", "\u2069"
Piece = tuple[str, str]
"""Text and rich style."""


class Pretty:
    """Blocks of a heading line, the quoted line and a caret line; a count at the end."""

    is_read_early = True
    head = ""

    def __init__(self, look: Style) -> None:
        self.colour = look.colour
        self.questions = look.questions
        self.noun = look.noun
        self.columns = max(_LEAST, min(look.columns or _MOST, _MOST) - len(_BAR))
        self.counts = dict.fromkeys(sorted(Severity, reverse=True), 0)
        self.drafts = self.unread = 0
        self._said: set[Problem] = set()

    @property
    def tail(self) -> str:
        """The number of problems by severity; nothing if no draft could be read."""
        if self.unread and not self.drafts:
            return ""
        found = [f"{count} {level}{'s' * (count != 1)}" for level, count in self.counts.items() if count]
        drafts = f" in {self.drafts} {self.noun}s" if self.drafts > 1 else ""
        unread = f"; {self.unread} could not be read" if self.unread else ""
        return self._render([(f"{', '.join(found) or 'no problems'}{drafts}{unread}", "bold"), ("\n", "")])

    def draft(self, checked: Checked) -> str:
        """One draft's blocks."""
        self.drafts += 1
        self._said = set(checked.problems)
        pieces = self._problems(checked, checked.problems)
        if self.questions and checked.answers is not None:
            pieces += _table(checked.answers)
        return self._render(pieces)

    def later(self, checked: Checked) -> str:
        """The blocks of the problems found later in the same draft."""
        return self._render(self._problems(checked, [one for one in checked.problems if one not in self._said]))

    def _problems(self, checked: Checked, problems: Sequence[Problem]) -> list[Piece]:
        pieces: list[Piece] = []
        for problem in problems:
            self.counts[problem.severity] += 1
            where = f"{checked.label}:{problem.line}:{problem.column}" if problem.text else checked.label
            pieces += [(where, "bold"), (": ", ""), (str(problem.severity), _STYLES[problem.severity])]
            pieces += [(f" {problem.rule}", "bold"), (f": {printable(problem.message)}\n", "")]
            pieces += _quoted(checked.texts[problem.zone != "subject"], problem, self.columns)
        return pieces

    def error(self, _place: dict[str, Any]) -> str:
        """Nothing yet: the error is printed on stderr."""
        self.unread += 1
        return ""

    def _render(self, pieces: list[Piece]) -> str:
        if not self.colour:
            return "".join(text for text, _ in pieces)
        from rich.color import ColorSystem
        from rich.style import Style as Rendered

        # Already laid out: a console would measure and cut it again.
        return "".join(Rendered.parse(style).render(text, color_system=ColorSystem.STANDARD) for text, style in pieces)


def _quoted(text: str, problem: Problem, columns: int) -> list[Piece]:
    """The line, cut around the problem, with the problem marked: by carets, in a right-to-left line by brackets."""
    if not problem.text:
        return []
    before, marked, after = _around(text, problem.start, problem.end)
    rtl = runs_from_right(before + marked + after)
    room = columns - 2 * rtl
    marked = fitting(marked, room)
    left = room - width(marked)
    before = ending(before, max(left // 2, left - width(after)))
    after = fitting(after, left - width(before))
    if rtl:
        return [(_BAR, "dim"), (f"{_ISOLATE}{before}⟦{marked}⟧{after}{_END}\n", "")]
    carets = "^" * max(1, width(marked))
    return [
        (_BAR, "dim"),
        (f"{before}{marked}{after}\n", ""),
        (_BAR, "dim"),
        (" " * width(before) + carets + "\n", "red"),
    ]


def _around(text: str, start: int, end: int) -> Iterator[str]:
    """The text before a span on its line, the span up to the line's end, and the text after it on the line."""
    near = max(start - _REACH, 0)
    first = max((text.rfind(mark, near, start) + 1 for mark in LINE_ENDS), default=0) or near
    end = min(end, start + _REACH)
    ends = (at for mark in LINE_ENDS if (at := text.find(mark, start, end + _REACH)) >= 0)
    last = min(ends, default=end + _REACH)
    stretches = text[first:start], text[start : min(end, last)], text[min(end, last) : last]
    return (printable(stretch).expandtabs(1) for stretch in stretches)


def _table(answers: Sequence[Answer]) -> list[Piece]:
    """The customer's questions, each with its status and the sentence that answers it."""
    if not answers:
        return [("the customer asks no questions\n", "dim")]
    pieces: list[Piece] = [("questions\n", "bold")]
    for one in answers:
        pieces += [
            (f"  {one.status:9} ", _COLOURS.get(one.status, "green")),
            (f"{_isolated(one.question.text)}\n", ""),
        ]
        if one.by:
            pieces += [(f"            {_isolated(' '.join(one.by.split()))}\n", "dim")]
    return pieces


def _isolated(text: str) -> str:
    text = printable(text)
    return f"{_ISOLATE}{text}{_END}" if runs_from_right(text) else text
