"""A question answered by typing one or several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import AnyContainer, BufferControl, Window
from prompt_toolkit.layout.processors import AfterInput, ConditionalProcessor

from replyctl.clean import clean
from replyctl.cli.ask.frame import bind, cut
from replyctl.cli.ask.offered import Offered
from replyctl.cli.ask.outcome import Outcome
from replyctl.cli.ask.screen_text import Fragments, block

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.compose.prompts import Prompt


class TextBox:
    """A text input, of several lines if the field allows them. Pasted lines are always one answer."""

    def __init__(self, prompt: Prompt, text: str, refused: str, width: Callable[[], int]) -> None:
        self._prompt, self._width = prompt, width
        self._several = prompt.kind.lines
        self._refused = refused
        self._buffer = Buffer(
            document=Document(text),
            multiline=self._several,
            on_text_changed=lambda _: setattr(self, "_refused", ""),
        )
        self._offered = Offered(self._buffer, prompt.default, self._put_in)
        hint = AfterInput(lambda: [("class:example", f"e.g. {cut(prompt.example, max(width() - 8, 1))}")])
        shown = Condition(lambda: bool(prompt.example) and not self._buffer.text)
        self.control = BufferControl(self._buffer, input_processors=[ConditionalProcessor(hint, shown)])
        empty = "Enter on an empty line skips" if prompt.optional else ""
        several = ("Ctrl-J new line", "Ctrl-X Ctrl-E editor") if self._several else ()
        self.help = tuple(item for item in ("Enter next", *several, prompt.kind.takes, empty) if item)

    @property
    def text(self) -> str:
        """The text so far."""
        return self._buffer.text

    def panes(self) -> list[AnyContainer]:
        """The input line."""
        style = lambda: "class:example" if self._offered.stands else ""  # noqa: E731 - a style of one line
        return [Window(self.control, wrap_lines=True, dont_extend_height=True, get_line_prefix=_mark, style=style)]

    def message(self) -> Fragments:
        """Why the text is not valid, as soon as that is known."""
        if self._refused:
            return block(f"✗ {self._refused}", self._width(), "class:error")[:-1]
        text = self.text.strip()
        if found := self._prompt.check(text) if text else None:
            return block(found, self._width(), "class:hint")[:-1]
        printed = self._prompt.printed(text) if text else ""
        told = block(f"= {printed}" if printed and printed != text else "", self._width(), "class:notice")
        return [*told, *block(Offered.HELP if self._offered.stands else "", self._width(), "class:dim")][:-1]

    def keys(self) -> KeyBindings:
        """Enter submits a valid answer; Up on the first line goes back."""
        keys = KeyBindings()
        bind(keys, ("enter",) if self._several else ("enter", "c-j"), self._enter)
        if self._several:
            bind(keys, ("c-j", "escape enter"), lambda _: self._buffer.insert_text("\n"))
            bind(keys, ("c-x c-e",), lambda event: event.app.exit(result=Outcome("edit", self.text)))
        bind(keys, ("up",), self._up)
        keys.add(Keys.BracketedPaste)(lambda event: self._put_in(event.data))
        self._offered.bind(keys)
        empty = Condition(lambda: not self.text)
        keys.add("c-d", filter=empty)(lambda event: event.app.exit(result=Outcome("leave", "")))
        return keys

    def _enter(self, event: KeyPressEvent) -> None:
        refused = self._prompt.check(self.text)
        if refused is None:
            event.app.exit(result=Outcome("next", self.text))
        self._refused = refused or ""

    def _up(self, event: KeyPressEvent) -> None:
        if self._buffer.document.cursor_position_row == 0:
            event.app.exit(result=Outcome("back", self.text))
        else:
            self._buffer.cursor_up()

    def _put_in(self, text: str) -> None:
        self._buffer.insert_text(clean(text, newlines=self._several))


def _mark(line: int, wrapped: int) -> Fragments:
    return [("class:heading", "› " if line == wrapped == 0 else "  ")]
