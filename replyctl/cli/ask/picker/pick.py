"""The picker's screen: the query, the snippets found, the marked ones, and the preview."""

from __future__ import annotations

import gc
from threading import Thread
from typing import TYPE_CHECKING, Any

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import (
    AnyContainer,
    BufferControl,
    ConditionalContainer,
    Dimension,
    DynamicContainer,
    FormattedTextControl,
    HSplit,
    VSplit,
    Window,
)

from replyctl.cli.ask.frame import LEAVE, bind, columns, cut, filled, key_line, leaving, rows, show, words
from replyctl.cli.ask.picked import Picked
from replyctl.cli.ask.picker.listed import Listed
from replyctl.cli.ask.picker.reply_pane import WIDE, ReplyPane
from replyctl.cli.ask.screen_text import Fragments, block

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.cli.ask.picker.catalogue import Catalogue
    from replyctl.cli.ask.tty import Terminal

KEYS = ("Enter picks", "Tab marks several", "↑↓ PgUp PgDn", "Shift-↑↓ preview", "Esc leaves")
MARKED = 3
"""The most marked ones that are listed by title."""
NOTHING = "nothing found: Enter begins a reply of your own, Backspace widens the search"


def pick(terminal: Terminal, catalogue: Catalogue, before: Picked) -> Picked | None:
    """The marked snippets in marking order, else the current one; None if the agent left.

    It opens as it was left `before`: with that query, and those snippets marked, or the only one current.
    """
    picked: Picked | None = Picker(catalogue, before).shown_on(terminal)
    return picked


class Picker:
    """The query, the snippets found, the marked ones, and the preview."""

    told: tuple[str, ...] = KEYS

    def __init__(self, catalogue: Catalogue, before: Picked) -> None:
        self._catalogue = catalogue
        self._query = Buffer(document=Document(before.query), multiline=False, on_text_changed=lambda _: self._search())
        self._listed = Listed(catalogue)
        self._marked = [*before.names] if len(before.names) > 1 else []
        self._preview = ReplyPane(catalogue, lambda: self._listed.current)
        self._search()
        self._listed.go_to(before.names[-1] if before.names else "")

    def shown_on(self, terminal: Terminal) -> Any:  # noqa: ANN401 - what the keys exit with
        """Show the picker until something is picked or the agent leaves."""
        gc.freeze()  # a library stays: a garbage collection that goes through it would be felt at a key
        Thread(target=self._catalogue.warm, daemon=True).start()
        query = BufferControl(self._query)
        beside, below = self._beside(), self._below()
        panes: list[AnyContainer] = [
            Window(query, height=1, get_line_prefix=lambda _line, _wrapped: [("class:heading", "› ")]),
            words(self._count),
            ConditionalContainer(words(self._marks), filter=Condition(lambda: bool(self._marked))),
            DynamicContainer(lambda: beside if columns() >= WIDE else below),
            key_line(self.told),
        ]
        above = [words(self._above)] if self._above() else []
        return show(terminal, [*above, *panes], self._keys(), focus=query, full_screen=True)

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        self._bind_ends(keys)
        bind(keys, ("tab",), lambda _: self._mark())
        bind(keys, ("up", "c-p"), lambda _: self._move(-1))
        bind(keys, ("down", "c-n"), lambda _: self._move(1))
        bind(keys, ("pageup",), lambda _: self._move(-self._page()))
        bind(keys, ("pagedown",), lambda _: self._move(self._page()))
        bind(keys, ("s-up", "escape up"), lambda _: self._preview.scroll(-2))
        bind(keys, ("s-down", "escape down"), lambda _: self._preview.scroll(2))
        return keys

    def _bind_ends(self, keys: KeyBindings) -> None:
        """The keys that end the picker."""
        bind(keys, (*LEAVE, "escape"), leaving(None))
        bind(keys, ("enter", "c-j"), lambda event: event.app.exit(result=self._chosen()))

    def _search(self) -> None:
        self._listed.search(self._query.text)
        self._preview.top()

    def _move(self, by: int) -> None:
        self._listed.move(by)
        self._preview.top()

    def _mark(self) -> None:
        if current := self._listed.current:
            if current in self._marked:
                self._marked.remove(current)
            else:
                self._marked.append(current)
            self._move(1)

    def _chosen(self) -> Picked:
        current = self._listed.current
        return Picked(tuple(self._marked or ([current] if current else [])), self._query.text)

    def _above(self) -> Fragments:
        """What stands above the query."""
        return []

    def _count(self) -> Fragments:
        found = len(self._listed.names)
        marked = f" · {len(self._marked)} marked" if self._marked else ""
        counted: Fragments = [("class:dim", f"  {found} of {self._catalogue.total}{marked}")]
        if found or self._marked:
            return counted
        return [*counted, ("", "\n"), *block(NOTHING, columns(), "class:hint")[:-1]]

    def _marks(self) -> Fragments:
        """The marked ones, also those that the query does not find."""
        titles = [cut(self._catalogue.title(name), columns() - 6) for name in self._marked]
        return [("class:marked", "\n".join(f"  ✓ {one}" for one in titles[-MARKED:]))]

    def _page(self) -> int:
        return max(self._height() - 2, 1)

    def _room(self) -> int:
        """Lines for list and preview."""
        counted = sum(fragment[1].count("\n") for fragment in self._count())
        above = sum(fragment[1].count("\n") for fragment in self._above()) + bool(self._above())
        return max(rows() - 2 - above - counted - len(self._marked[-MARKED:]) - len(filled(self.told, columns())), 3)

    def _height(self) -> int:
        """Lines for the list."""
        return self._room() if columns() >= WIDE else max(self._room() // 3, 1)

    def _list(self, width: Callable[[], int]) -> Window:
        def content() -> Fragments:
            return self._listed.lines(self._query.text, self._marked, width(), self._height())

        control = FormattedTextControl(content, show_cursor=False)
        return Window(control, width=lambda: Dimension.exact(width()), height=lambda: Dimension.exact(self._height()))

    def _beside(self) -> AnyContainer:
        line = Window(char="│", width=1, style="class:dim")
        preview = self._preview.pane(lambda: columns() - _two_fifths() - 1, self._height)
        return VSplit([self._list(_two_fifths), line, preview])

    def _below(self) -> AnyContainer:
        preview = self._preview.pane(columns, lambda: max(self._room() - self._height() - 1, 1))
        return HSplit([self._list(columns), Window(char="─", height=1, style="class:dim"), preview])


def _two_fifths() -> int:
    return columns() * 2 // 5
