"""The list of unfinished replies on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.data_structures import Point
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Dimension, FormattedTextControl, Window

from replyctl.cli.ask.frame import LEAVE, bind, columns, cut, key_line, leaving, show, words
from replyctl.cli.ask.screen_text import Fragments, block, isolated
from replyctl.cli.ask.unfinished_choice import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.cli.ask.tty import Terminal

HEADING = "Which unfinished reply?"
MOST = 12
"""Lines seen at once."""


def choose(terminal: Terminal, lines: Sequence[str], notice: str) -> Choice:
    """What the agent wants with which line."""
    return UnfinishedList(lines, notice).shown_on(terminal)


class UnfinishedList:
    """The lines, the current one, and whether it was asked about."""

    def __init__(self, lines: Sequence[str], notice: str) -> None:
        self._lines, self._notice = lines, notice
        self._row = 0
        self._sure = False

    def shown_on(self, terminal: Terminal) -> Choice:
        """Show the list until a line is taken or dropped, or the agent leaves."""
        control = FormattedTextControl(
            self._content, focusable=True, show_cursor=False, get_cursor_position=lambda: Point(0, self._row)
        )
        height = Dimension(min=1, max=MOST, preferred=min(len(self._lines), MOST))
        panes = [
            words(lambda: [("class:heading", HEADING)]),
            Window(control, height=height, dont_extend_height=True),
            words(lambda: block(self._notice, columns(), "class:hint")[:-1]),
            key_line(("Enter goes on with it", "d drops it", "↑↓", "1-9", "Esc leaves")),
        ]
        return show(terminal, panes, self._keys(), focus=control)  # type: ignore[no-any-return] # the keys exit with a Choice

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        bind(keys, (*LEAVE, "escape", "q"), leaving(Choice("leave")))
        bind(keys, ("enter", "c-j"), lambda event: event.app.exit(result=Choice("resume", self._row)))
        bind(keys, ("d",), self._drop)
        bind(keys, ("up", "c-p", "k"), lambda _: self._move(-1))
        bind(keys, ("down", "c-n", "j"), lambda _: self._move(1))
        for row in range(min(len(self._lines), 9)):
            bind(keys, (str(row + 1),), leaving(Choice("resume", row)))
        return keys

    def _content(self) -> Fragments:
        fragments: Fragments = []
        for row, line in enumerate(self._lines):
            fragments.append(("class:heading", "› " if row == self._row else "  "))
            fragments += [("", f"{row + 1}" if row < 9 else " ")]  # noqa: PLR2004 - one digit
            fragments += [*isolated(cut(line, columns() - 8), "class:chosen" if row == self._row else ""), ("", "\n")]
        return fragments[:-1]

    def _move(self, by: int) -> None:
        self._row = (self._row + by) % len(self._lines)
        self._sure, self._notice = False, ""

    def _drop(self, event: KeyPressEvent) -> None:
        if self._sure:
            event.app.exit(result=Choice("drop", self._row))
        self._sure, self._notice = True, "What was typed is lost. d again drops it."
