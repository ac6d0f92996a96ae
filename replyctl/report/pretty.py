"""`-f pretty`: each problem with its line, for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from replyctl.clean import printable
from replyctl.lint.problem import Problem, Severity
from replyctl.report.colour import Piece, coloured
from replyctl.report.quoted_line import BAR, END, ISOLATE, LEAST, WIDEST, quoted
from replyctl.text.breaks import broken
from replyctl.text.scripts import runs_from_right

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.reading.answers import Answer
    from replyctl.report.checked import Checked
    from replyctl.report.protocol import Style

STYLES = {"error": "bold red", "warning": "yellow", "suggestion": "cyan"}
"""By severity."""
_COLOURS = {"open": "red", "unsure": "yellow"}
_HANG = "    "
_MARK = "[*]"
"""Of a problem that --fix can fix."""
MOST = 500
"""Problems of one draft that are shown with their lines: nobody reads more, and each takes as long as its line."""


class Pretty:
    """Blocks of a heading line, the quoted line and a caret line; counts at the end."""

    head = ""

    def __init__(self, look: Style) -> None:
        self.look = look
        self.columns = max(LEAST, min(look.columns or WIDEST, WIDEST) - len(BAR))
        self.counts = dict.fromkeys(sorted(Severity, reverse=True), 0)
        self.fixable: Counter[bool] = Counter()
        """By whether the fix is safe."""
        self.drafts = self.unread = self.mended = 0
        self._said: set[Problem] = set()

    @property
    def tail(self) -> str:
        """The number of problems by severity, and of those that can be fixed; nothing if no draft could be read."""
        if self.unread and not self.drafts:
            return ""
        found = ", ".join(f"{count} {level}{'s' * (count != 1)}" for level, count in self.counts.items() if count)
        drafts = f" in {self.drafts} {self.look.noun}s" if self.drafts > 1 else ""
        unread = f"; {self.unread} could not be read" if self.unread else ""
        done = f"fixed {self.mended}; left: " if self.mended else ""
        count = f"{done}{found or ('none' if done else 'no problems')}{drafts}{unread}"
        return self._render([(count, "bold"), ("\n", ""), *self._remedies()])

    def _remedies(self) -> list[Piece]:
        safe, unsafe = self.fixable[True], self.fixable[False]
        if not self.look.mends or not safe + unsafe:
            return []
        flags = [f"{_MARK} {safe} fixable with --fix"] if safe else []
        flags += [f"{unsafe} {'more' if safe else 'fixable'} with --unsafe-fixes"] if unsafe else []
        return [(f"{', '.join(flags)}\n", "dim")]

    def early(self, checked: Checked) -> str:
        """The problems of the mail as a whole: they stand above all others."""
        self._said = {one for one in checked.problems if one.zone == "mail"}
        return self._render(self._problems(checked, [one for one in checked.problems if one in self._said]))

    def draft(self, checked: Checked) -> str:
        """One draft's blocks, in the order of the text, the mail as a whole first."""
        self.drafts += 1
        self.mended += checked.mended
        new = [one for one in checked.problems if one not in self._said]
        self._said = set()
        pieces = self._problems(checked, sorted(new, key=lambda one: one.zone != "mail"))
        if self.look.questions and checked.answers is not None:
            pieces += _table(checked.answers)
        return self._render(pieces)

    def _problems(self, checked: Checked, problems: Sequence[Problem]) -> list[Piece]:
        pieces: list[Piece] = []
        for number, problem in enumerate(problems):
            self.counts[problem.severity] += 1
            if problem.fix:
                self.fixable[problem.fix.safe] += 1
            if number >= MOST:
                continue
            pieces += self._heading(checked, problem)
            pieces += quoted(checked.texts[problem.zone != "subject"], problem, self.columns)
        if len(problems) > MOST:
            pieces.append((f"… and {len(problems) - MOST} more problems: -f concise shows all\n", "dim"))
        return pieces

    def _heading(self, checked: Checked, problem: Problem) -> list[Piece]:
        """Place, severity, rule and message, broken between words where a terminal would break them anywhere."""
        where, level = f"{checked.label}:{problem.line}:{problem.column}", str(problem.severity)
        mark = f" {_MARK}" if self.look.mends and problem.fix and problem.fix.safe else ""
        before = f"{where}: {level} {problem.rule}{mark}: "
        text = printable(problem.message)
        if self.look.columns:
            text = "\n".join(broken(text, self.look.columns, start=before, hang=_HANG)).removeprefix(before)
        styled = [(where, "bold"), (": ", ""), (level, STYLES[level]), (f" {problem.rule}", "bold")]
        return [*styled, (f"{mark}: {text}\n", "")]

    def error(self, _place: dict[str, Any]) -> str:
        """Nothing yet: the error is printed on stderr."""
        self.unread += 1
        return ""

    def _render(self, pieces: list[Piece]) -> str:
        return coloured(pieces, on=self.look.colour)


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
    return f"{ISOLATE}{text}{END}" if runs_from_right(text) else text
