"""The picker's preview: the current snippet as a reply."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from prompt_toolkit.layout import Dimension, FormattedTextControl, Window

from replyctl.cli.ask.frame import columns
from replyctl.cli.ask.screen_text import Fragments, block

if TYPE_CHECKING:
    from replyctl.cli.ask.picker.catalogue import Catalogue

WIDE = 72
"""Columns needed to show the preview beside the list instead of below it."""


class ReplyPane:
    """The snippet that `current` names, and how far it is scrolled."""

    def __init__(self, catalogue: Catalogue, current: Callable[[], str | None]) -> None:
        self._catalogue, self._current = catalogue, current
        self._scroll = 0

    def top(self) -> None:
        """Show its beginning."""
        self._scroll = 0

    def scroll(self, by: int) -> None:
        """Scroll by lines."""
        self._scroll = max(self._scroll + by, 0)

    def pane(self, width: Callable[[], int], height: Callable[[], int]) -> Window:
        """A pane of that size."""

        def content() -> Fragments:
            if (name := self._current()) is None:
                return []
            lines = _lines(self._described(name, width()))
            self._scroll = min(self._scroll, max(len(lines) - height(), 0))
            return [fragment for line in lines[self._scroll :][: height()] for fragment in line]

        return Window(FormattedTextControl(content), height=lambda: Dimension.exact(height()))

    def _described(self, name: str, width: int) -> Fragments:
        shown = self._catalogue.shown(name)
        kind = "" if shown.is_example else "  (the template: it has no example)"
        reply = [*block(shown.subject, width, "class:heading"), ("", "\n"), *block(shown.body, width)]
        notes = block(shown.notes, width, "class:hint")
        first, last = (notes, reply) if columns() >= WIDE else (reply, notes)
        named = block(f"{name}  {' '.join(shown.snippet.tags)}{kind}", width, "class:dim")
        return [*named, *first, ("", "\n"), *last]


def _lines(fragments: Fragments) -> list[Fragments]:
    lines: list[Fragments] = [[]]
    for fragment in fragments:
        lines[-1].append(fragment)
        if fragment[1].endswith("\n"):
            lines.append([])
    return lines if lines[-1] else lines[:-1]
