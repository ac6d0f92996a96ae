"""A question answered from a list: one or several choices, and free text if the field allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.data_structures import Point
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import AnyContainer, BufferControl, Dimension, FormattedTextControl, Window

from replyctl.clean import clean
from replyctl.cli.ask.frame import bind, cut
from replyctl.cli.ask.offered import Offered
from replyctl.cli.ask.outcome import Outcome
from replyctl.cli.ask.screen_text import Fragments, block, isolated

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.compose.prompts import Prompt

MOST = 12
"""Choices seen at once."""
SEPARATOR = "\n"
"""Between the answers of a `multi` field."""
NONE = "–"
"""Stands for no answer to an optional question."""


class Choices:
    """A list; with `other` there is a line below for free text, and typing goes there."""

    def __init__(self, prompt: Prompt, text: str, refused: str, width: Callable[[], int]) -> None:
        self._prompt, self._width = prompt, width
        self._several = prompt.kind.gives == "tuple"
        self._choices = prompt.choices if self._several or not prompt.optional else (*prompt.choices, NONE)
        given = [part.strip() for part in text.split(SEPARATOR)] if self._several else [text]
        self._marked = [choice for choice in prompt.choices if choice in given]
        free = SEPARATOR.join(part for part in given if part and part not in prompt.choices) if prompt.other else ""
        self._other = Buffer(document=Document(free), multiline=False)
        self._offered = Offered(self._other, free if text == prompt.default else "", self._put_in)
        first = self._marked[0] if self._marked else NONE
        self._row = self._choices.index(first) if first in self._choices else len(self._choices) if free else 0
        self._refused = refused
        self._list = FormattedTextControl(
            self._content,
            focusable=True,
            show_cursor=False,
            get_cursor_position=lambda: Point(0, min(self._row, len(self._choices) - 1)),
        )
        self.control = BufferControl(self._other) if prompt.other else self._list
        pick = ("Space marks", "Enter next") if self._several else ("Enter takes", "1-9")
        self.help = ("↑↓", *pick, *(("or type another",) if prompt.other else ()))

    @property
    def _on_other(self) -> bool:
        return self._row == len(self._choices)

    @property
    def text(self) -> str:
        """The chosen answer as text."""
        free = clean(self._other.text)
        if self._several:
            return SEPARATOR.join([*self._marked, *([free] if free else [])])
        chosen = free if self._on_other else self._choices[self._row]
        return "" if chosen == NONE else chosen

    def _content(self) -> Fragments:
        fragments: Fragments = []
        for row, choice in enumerate(self._choices):
            mark = f"[{'x' if choice in self._marked else ' '}]" if self._several else f"{row + 1}" if row < 9 else " "  # noqa: PLR2004 - one digit
            style = "class:chosen" if row == self._row else ""
            fragments += [("class:heading", "› " if row == self._row else "  "), (style, mark)]
            fragments += [*isolated(cut(choice, self._width() - 8), style), ("", "\n")]
        return fragments[:-1]

    def panes(self) -> list[AnyContainer]:
        """The list and, with `other`, the line for free text."""
        height = Dimension(min=1, max=MOST, preferred=min(len(self._choices), MOST))
        panes: list[AnyContainer] = [Window(self._list, height=height, dont_extend_height=True)]
        if self._prompt.other:
            panes.append(Window(self.control, height=1, get_line_prefix=self._prefix))
        return panes

    def _prefix(self, _line: int, _wrapped: int) -> Fragments:
        style = "class:chosen" if self._on_other else ""
        return [("class:heading", "› " if self._on_other else "  "), (style, "other:"), ("", " ")]

    def message(self) -> Fragments:
        """Why the choice was refused."""
        if self._offered.stands and self._on_other and not self._refused:
            return block(Offered.HELP, self._width(), "class:dim")[:-1]
        return block(f"✗ {self._refused}" if self._refused else "", self._width(), "class:error")[:-1]

    def keys(self) -> KeyBindings:
        """Arrows move; a digit, Space or Enter chooses."""
        keys = KeyBindings()
        bind(keys, ("up", "c-p"), lambda _: self._move(-1))
        bind(keys, ("down", "c-n"), lambda _: self._move(1))
        bind(keys, ("enter", "c-j"), self._enter)
        on_list = Condition(lambda: not self._on_other)
        if self._several:
            keys.add(" ", filter=on_list)(lambda _: self._turn())
        for row in range(min(len(self._choices), 9)):
            keys.add(str(row + 1), filter=on_list)(lambda event, row=row: self._digit(event, row))
        if self._prompt.other:
            keys.add(Keys.Any, filter=on_list)(self._type)
            keys.add(Keys.BracketedPaste)(self._type)
            self._offered.bind(keys, Condition(lambda: self._on_other))
        return keys

    def _move(self, by: int) -> None:
        rows = len(self._choices) + self._prompt.other
        self._row = (self._row + by) % rows
        self._refused = ""

    def _turn(self) -> None:
        choice = self._choices[self._row]
        kept = [known for known in self._prompt.choices if (known in self._marked) != (known == choice)]
        self._marked = kept

    def _digit(self, event: KeyPressEvent, row: int) -> None:
        self._row = row
        if self._several:
            self._turn()
        else:
            self._enter(event)

    def _type(self, event: KeyPressEvent) -> None:
        self._row = len(self._choices)
        self._offered.drop()
        self._put_in(event.data)

    def _put_in(self, text: str) -> None:
        self._other.insert_text(clean(text))

    def _enter(self, event: KeyPressEvent) -> None:
        refused = self._prompt.check(self.text)
        if refused is None:
            event.app.exit(result=Outcome("next", self.text))
        self._refused = refused or ""
