"""A text to read, such as a rule's explanation, until a key leads back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Window

from replyctl.clean import printable
from replyctl.cli.ask.frame import LEAVE, bind, columns, filled, key_line, leaving, rows, show
from replyctl.cli.ask.screen_text import Fragments, isolated, wrap

if TYPE_CHECKING:
    from replyctl.cli.ask.tty import Terminal

KEYS = ("↑↓ scroll", "Esc back")


def read(terminal: Terminal, text: str) -> None:
    """Show the text until the agent has read it."""
    Leaflet(text).shown_on(terminal)


class Leaflet:
    """The text, and the first line in view."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._top = 0

    def shown_on(self, terminal: Terminal) -> None:
        """Show it."""
        keys = KeyBindings()
        bind(keys, (*LEAVE, "escape", "q", "enter", "?"), leaving(None))
        for names, by in ((("up", "k"), -1), (("down", "j"), 1), (("pageup",), -10), (("pagedown", "space"), 10)):
            bind(keys, names, partial(self._move, by))
        control = FormattedTextControl(self._content, focusable=True, show_cursor=False)
        show(terminal, [Window(control), key_line(KEYS)], keys, focus=control, full_screen=True)

    def _lines(self) -> list[str]:
        return [line for _, line in wrap(printable(self._text.rstrip("\n")).expandtabs(4), columns() - 2)]

    def _move(self, by: int, _event: KeyPressEvent) -> None:
        self._top = max(self._top + by, 0)

    def _content(self) -> Fragments:
        lines, room = self._lines(), rows() - len(filled(KEYS, columns()))
        self._top = min(self._top, max(len(lines) - room, 0))
        return [part for line in lines[self._top :] for part in (*isolated(line), ("", "\n"))]
