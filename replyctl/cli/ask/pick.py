"""The picker: finds snippets as you type, with a preview of the current one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import (
    AnyContainer,
    BufferControl,
    Dimension,
    DynamicContainer,
    FormattedTextControl,
    HSplit,
    VSplit,
    Window,
)

from replyctl.cli.ask.frame import LEAVE, bind, columns, cut, key_line, rows, show
from replyctl.cli.ask.screen_text import Fragments, block, isolated
from replyctl.library.localized import localized
from replyctl.library.snippet import Snippet, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.cli.ask.outcome import Finder
    from replyctl.cli.ask.tty import Terminal

WIDE = 72
"""Columns needed to show the preview beside the list instead of below it."""
# An unclosed tag matches to the end, so that the search stays linear.
_STATEMENT = re.compile(r"{%.*?(?:%}|\Z)|{#.*?(?:#}|\Z)", re.DOTALL)
_VALUE = re.compile(r"{{(.*?)(?:}}|\Z)", re.DOTALL)
_GAP = re.compile(r"\n{3,}")


def pick(terminal: Terminal, find: Finder, language: str) -> list[Snippet] | None:
    """The marked snippets in marking order, else the current one; None if the agent left."""
    return Picker(find, language).shown_on(terminal)


def text_for(snippet: Snippet, language: str) -> Text:
    """The snippet's text for a reader of `language`: that language, its base, else the first."""
    return next(
        (snippet.text[tag] for tag in (language, language.partition("-")[0]) if tag in snippet.text),
        next(iter(snippet.text.values())),
    )


def readable(template: str) -> str:
    """A readable template: values in angle quotes, statements left out."""
    named = _VALUE.sub(lambda value: f"‹{value[1].strip('-').strip()}›", _STATEMENT.sub("", template))
    return _GAP.sub("\n\n", named).strip()


class Picker:
    """The query, the snippets found, the current one and the marked ones."""

    def __init__(self, find: Finder, language: str) -> None:
        self._find = find
        self._language = language
        self._query = Buffer(multiline=False, on_text_changed=lambda _: self._search())
        self._found = list(find(""))
        self._total = len(self._found)
        self._row = 0
        self._marked: list[Snippet] = []

    def shown_on(self, terminal: Terminal) -> list[Snippet] | None:
        """Show the picker until something is picked or the agent leaves."""
        query = BufferControl(self._query)
        beside, below = self._beside(), self._below()
        panes: list[AnyContainer] = [
            Window(query, height=1, get_line_prefix=lambda _line, _wrapped: [("class:heading", "› ")]),
            Window(FormattedTextControl(self._count), height=1),
            DynamicContainer(lambda: beside if columns() >= WIDE else below),
            key_line(("Enter picks", "Tab marks several", "↑↓ PgUp PgDn", "Esc leaves")),
        ]
        return show(terminal, panes, self._keys(), focus=query, full_screen=True)  # type: ignore[no-any-return] # the keys exit with snippets

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        bind(keys, (*LEAVE, "escape"), lambda event: event.app.exit(result=None))
        bind(keys, ("enter", "c-j"), lambda event: self._chosen() and event.app.exit(result=self._chosen()))
        bind(keys, ("tab",), lambda _: self._mark())
        bind(keys, ("up", "c-p"), lambda _: self._move(-1))
        bind(keys, ("down", "c-n"), lambda _: self._move(1))
        bind(keys, ("pageup",), lambda _: self._move(-self._page()))
        bind(keys, ("pagedown",), lambda _: self._move(self._page()))
        return keys

    def _search(self) -> None:
        self._found = list(self._find(self._query.text))
        self._row = 0

    def _move(self, by: int) -> None:
        self._row = min(max(self._row + by, 0), max(len(self._found) - 1, 0))

    def _page(self) -> int:
        return max(rows() // 2 - 2, 1)

    def _current(self) -> Snippet | None:
        return self._found[self._row] if self._found else None

    def _mark(self) -> None:
        if current := self._current():
            if current in self._marked:
                self._marked.remove(current)
            else:
                self._marked.append(current)
            self._move(1)

    def _chosen(self) -> list[Snippet]:
        current = self._current()
        return self._marked or ([current] if current else [])

    def _count(self) -> Fragments:
        marked = f" · {len(self._marked)} marked" if self._marked else ""
        nothing = "  nothing found: Backspace widens the search" if not self._found else ""
        return [("class:dim", f"  {len(self._found)} of {self._total}{marked}{nothing}")]

    def _list(self, width: Callable[[], int], height: Callable[[], Dimension] | None = None) -> Window:
        def content() -> Fragments:
            fragments: Fragments = []
            for row, snippet in enumerate(self._found):
                style = "class:chosen" if row == self._row else ""
                fragments.append(("class:heading", "›" if row == self._row else " "))
                fragments.append(("class:marked", "✓" if snippet in self._marked else " "))
                title = cut(localized(snippet.title, self._language), width() - 5)
                fragments += [*isolated(title, style), ("", "\n")]
            return fragments[:-1]

        control = FormattedTextControl(content, show_cursor=False, get_cursor_position=lambda: Point(0, self._row))
        return Window(control, width=lambda: Dimension.exact(width()), height=height)

    def _preview(self, width: Callable[[], int]) -> Window:
        def content() -> Fragments:
            snippet = self._current()
            if snippet is None:
                return []
            text = text_for(snippet, self._language)
            return [
                *block(localized(snippet.title, self._language), width(), "class:heading"),
                *block(f"{snippet.name}  {' '.join(snippet.tags)}", width(), "class:dim"),
                *block(localized(snippet.notes, self._language), width(), "class:hint"),
                ("", "\n"),
                *block(readable(text.subject), width(), "class:heading"),
                ("", "\n"),
                *block(readable(text.body), width()),
            ]

        return Window(FormattedTextControl(content))

    def _beside(self) -> AnyContainer:
        line = Window(char="│", width=1, style="class:dim")
        return VSplit([self._list(_two_fifths), line, self._preview(lambda: columns() - _two_fifths() - 1)])

    def _below(self) -> AnyContainer:
        top = self._list(columns, lambda: Dimension.exact(max(rows() // 3, 2)))
        return HSplit([top, Window(char="─", height=1, style="class:dim"), self._preview(columns)])


def _two_fifths() -> int:
    return columns() * 2 // 5
