"""The picker for one question of several: above it all of them, with what answers those before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.cli.ask.frame import LEAVE, bind, columns, cut, leaving
from replyctl.cli.ask.picked import Picked
from replyctl.cli.ask.picker.pick import Picker
from replyctl.cli.ask.screen_text import Fragments, isolated
from replyctl.compose.start import HowAnswered

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings

    from replyctl.cli.ask.one_by_one import Decision, Questions
    from replyctl.cli.ask.picker.catalogue import Catalogue
    from replyctl.cli.ask.tty import Terminal

KEYS = (
    *("Enter picks", "Ctrl-T type it at the end", "Ctrl-L answer later, by a date", "Ctrl-O no question"),
    *("Ctrl-A one reply to all", "Tab marks several", "Shift-↑↓ preview", "Esc back"),
)
MOST = 6
"""Questions in view."""


def decide(terminal: Terminal, catalogue: Catalogue, questions: Questions) -> Decision:
    """How the question at hand is answered."""
    decision: Decision = QuestionPicker(catalogue, questions).shown_on(terminal)
    return decision


class QuestionPicker(Picker):
    """The picker, with the questions above it and the ways to answer without a snippet."""

    told: tuple[str, ...] = KEYS

    def __init__(self, catalogue: Catalogue, questions: Questions) -> None:
        self._questions = questions
        super().__init__(catalogue, Picked())

    def _bind_ends(self, keys: KeyBindings) -> None:
        question = self._questions.current
        bind(keys, LEAVE, leaving(None))
        bind(keys, ("escape",), leaving("back"))
        bind(keys, ("c-o",), leaving("none"))
        bind(keys, ("c-a",), leaving("whole"))
        bind(keys, ("c-t",), leaving(HowAnswered(question)))
        bind(keys, ("c-l",), leaving(HowAnswered(question, later=True)))
        bind(keys, ("enter", "c-j"), lambda event: event.app.exit(result=HowAnswered(question, self._chosen().names)))

    def _above(self) -> Fragments:
        at = len(self._questions.decided)
        first = max(0, min(at - MOST // 2, len(self._questions.asked) - MOST))
        fragments: Fragments = []
        for is_current, line in self._questions.lines()[first : first + MOST]:
            fragments += [
                *isolated(cut(line, columns() - 2), "class:heading" if is_current else "class:dim"),
                ("", "\n"),
            ]
        return fragments[:-1]
