"""The reply as it fills itself, beside or below a question: the sentence in question is marked, and in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.data_structures import Point
from prompt_toolkit.layout import Dimension, FormattedTextControl, ScrollOffsets, Window

from replyctl.clean import printable
from replyctl.cli.ask.screen_text import Fragments, marked, wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.compose.page.sketch import Passage, Sketch

LEAST = 4
"""Lines that the reply gets on any screen, if the question leaves them."""
_CONTEXT = 2
"""Lines seen above and below the sentence in question."""


class LiveReply:
    """The reply for the text that stands in the question."""

    def __init__(self, sketch: Callable[[str], Sketch | None], text: Callable[[], str]) -> None:
        self._sketch, self._text = sketch, text
        self._last: tuple[str, Sketch | None] | None = None
        self._seen: Sketch | None = None
        self._row = 0

    def pane(self, width: Callable[[], int]) -> Window:
        """A pane of `width` columns, as high as there is room."""
        control = FormattedTextControl(
            lambda: self._content(width()), show_cursor=False, get_cursor_position=lambda: Point(0, self._row)
        )
        offsets = ScrollOffsets(top=_CONTEXT, bottom=_CONTEXT)
        return Window(control, height=Dimension(min=0, preferred=LEAST), scroll_offsets=offsets)

    def _content(self, width: int) -> Fragments:
        text = self._text()
        if self._last is None or self._last[0] != text:
            self._last = text, self._sketch(text)
        self._seen = self._last[1] or self._seen
        if self._seen is None:
            return []
        subject, body = self._seen
        fragments, rows = _passage(subject, width, "class:heading")
        fragments.append(("", "\n"))
        below, more = _passage(body, width, "")
        first = fragments_height(fragments)
        self._row = first + more if more is not None else rows or 0
        return [*fragments, *below]


def fragments_height(fragments: Fragments) -> int:
    """How many lines end in the fragments."""
    return sum(fragment[1].count("\n") for fragment in fragments)


def _passage(passage: Passage, width: int, style: str) -> tuple[Fragments, int | None]:
    """The lines of a passage, and the number of the one to be in view: that of the value, else of its sentence."""
    found = [(*span, "class:value") for span in passage.values]
    found += [(*span, "class:sentence") for span in passage.sentences]
    fragments: Fragments = []
    rows: dict[str, int] = {}
    for row, (at, line) in enumerate(wrap(printable(passage.text).replace("\t", " "), width - 2)):
        here = [(start - at, end - at, own) for start, end, own in found if start < at + len(line) and end > at]
        rows = {own: row for _, _, own in here} | rows
        fragments += [*marked(line, here, style), ("", "\n")]
    return fragments, rows.get("class:value", rows.get("class:sentence"))
