"""A text that stands in an input line before anything was typed: the default, which typing replaces."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Always, Condition
from prompt_toolkit.key_binding import KeyPressEvent
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.buffer import Buffer
    from prompt_toolkit.filters import Filter
    from prompt_toolkit.key_binding import KeyBindings

_MOVES = {
    "left": "backward-char", "c-b": "backward-char", "right": "forward-char", "c-f": "forward-char",
    "home": "beginning-of-line", "c-a": "beginning-of-line", "end": "end-of-line", "c-e": "end-of-line",
}  # fmt: skip
"""Keys that take the default over to be edited, and what they do besides."""


class Offered:
    """Whether the default still stands in the buffer as it was offered."""

    HELP = "Enter takes this, typing replaces it"

    def __init__(self, buffer: Buffer, default: str, put_in: Callable[[str], object]) -> None:
        """`put_in` inserts text that was typed or pasted."""
        self._buffer, self._put_in = buffer, put_in
        self.stands = bool(default) and buffer.text == default
        buffer.on_text_changed += lambda _: self._taken_over()
        buffer.on_cursor_position_changed += lambda _: self._taken_over()

    def bind(self, keys: KeyBindings, where: Filter = Always()) -> None:  # noqa: B008 - it never changes
        """A character or a paste replaces the default; a move of the cursor keeps it. To be bound last."""
        stands = where & Condition(lambda: self.stands)
        keys.add(Keys.Any, filter=stands)(self._replace)
        keys.add(Keys.BracketedPaste, filter=stands)(self._replace)
        for name, command in _MOVES.items():
            keys.add(name, filter=stands)(partial(self._move, command))

    def drop(self) -> None:
        """Take the default away, if it still stands."""
        if self.stands:
            self._buffer.reset()
            self._taken_over()

    def _taken_over(self) -> None:
        self.stands = False

    def _move(self, command: str, event: KeyPressEvent) -> None:
        self._taken_over()
        get_by_name(command).call(event)

    def _replace(self, event: KeyPressEvent) -> None:
        if event.data.isprintable() or event.key_sequence[0].key == Keys.BracketedPaste:
            self.drop()
            self._put_in(event.data)
