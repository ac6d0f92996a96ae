"""The list of what was found: the current one in full, what the query found in it underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.clean import printable
from replyctl.cli.ask.frame import cut
from replyctl.cli.ask.screen_text import Fragments, marked, wrap

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.cli.ask.picker.catalogue import Catalogue

_EDGE = 5
"""Columns beside a title."""


class Listed:
    """What was found, the current row, and the first one in view: only those in view are drawn."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._row = self._top = 0
        self.names: list[str] = []

    @property
    def current(self) -> str | None:
        """The name in the current row."""
        return self.names[self._row] if self.names else None

    def search(self, query: str) -> None:
        """Show what is found for `query`."""
        self.names = self._catalogue.find(query)
        self._row = self._top = 0

    def move(self, by: int) -> None:
        """Move the current row."""
        self._row = min(max(self._row + by, 0), max(len(self.names) - 1, 0))

    def go_to(self, name: str) -> None:
        """Make the row of `name` the current one, if it is found."""
        if name in self.names:
            self._row = self.names.index(name)

    def lines(self, query: str, ticked: Collection[str], width: int, height: int) -> Fragments:
        """The rows in view, as lines of `width` columns."""
        full = [line for _, line in wrap(self._title(), max(width - _EDGE, 1))][:height] or [""]
        room = max(height - len(full), 0)  # rows besides the current one
        self._top = min(max(self._top, self._row - room), self._row, max(len(self.names) - room - 1, 0))
        fragments: Fragments = []
        for row, name in enumerate(self.names[self._top : self._top + room + 1], self._top):
            is_current = row == self._row
            tick = "✓" if name in ticked else " "
            shown = full if is_current else [cut(self._catalogue.title(name), width - _EDGE)]
            for at, line in enumerate(shown):
                style = "class:chosen" if is_current else ""
                found = [(*span, "class:match") for span in self._catalogue.marks(query, line)]
                fragments.append(("class:heading", "›" if is_current and not at else " "))
                fragments.append(("class:marked", " " if at else tick))
                fragments += [*marked(line, found, style), ("", "\n")]
        return fragments[:-1]

    def _title(self) -> str:
        current = self.current
        return printable(self._catalogue.title(current)).replace("\n", " ").expandtabs(1) if current else ""
