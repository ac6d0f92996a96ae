"""One prompt on the screen: a text box, a yes-or-no toggle, or a list of choices, and the reply that it fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.layout import AnyContainer, DynamicContainer, HSplit, VSplit, Window

from replyctl.cli.ask import editor
from replyctl.cli.ask.choices import Choices
from replyctl.cli.ask.frame import LEAVE, bind, columns, cut, key_line, pairs, rows, show, words
from replyctl.cli.ask.live_reply import LiveReply
from replyctl.cli.ask.outcome import Outcome, Surroundings
from replyctl.cli.ask.screen_text import Fragments, block
from replyctl.cli.ask.textbox import TextBox
from replyctl.cli.ask.toggle import Toggle
from replyctl.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from replyctl.cli.ask.tty import Terminal
    from replyctl.compose.prompts import Prompt

WIDE = 96
"""Columns needed to show the reply beside the question instead of below it."""
OTHER_LINES, BELOW = 9, 18
"""Screen lines not used for earlier answers, without and with the reply below."""


def ask(terminal: Terminal, prompt: Prompt, text: str, around: Surroundings) -> Outcome:
    """Ask `prompt`, with `text` as its initial text, until it is answered or left."""
    refused = around.refused
    while True:
        outcome = PromptScreen(prompt, text, refused, around).shown_on(terminal)
        if outcome.to != "edit":
            return outcome
        text, refused = outcome.text, ""
        try:
            text = editor.edit(terminal, f"{text}\n", around.folder()).rstrip("\n")
        except OutputError as error:
            refused = error.message


class PromptScreen:
    """A prompt with its input, what stands above it, and the reply."""

    def __init__(self, prompt: Prompt, text: str, refused: str, around: Surroundings) -> None:
        self._prompt, self._text, self._around = prompt, text, around
        self._widget: TextBox | Toggle | Choices
        if prompt.kind.gives == "bool":
            self._widget = Toggle(prompt, text)
        elif prompt.choices:
            self._widget = Choices(prompt, text, refused, self._width)
        else:
            self._widget = TextBox(prompt, text, refused, self._width)
        self._reply = LiveReply(around.sketch, lambda: self._widget.text) if around.sketch else None

    def shown_on(self, terminal: Terminal) -> Outcome:
        """Show it until it is answered or left."""
        widget = self._widget
        keys = widget.keys()
        bind(keys, LEAVE, lambda event: event.app.exit(result=Outcome("leave", widget.text)))
        # On a list of the review's own, q leads back where it leads out.
        own = bool(self._prompt.choices) and not self._prompt.other and not self._around.heading
        bind(
            keys,
            ("s-tab", "escape", *(("q",) if own else ())),
            lambda event: event.app.exit(result=Outcome("back", widget.text)),
        )
        leave = ("Ctrl-C leave",) if self._around.heading else ()
        wide, narrow = self._beside(self._above()), self._below(self._above())
        panes = [
            DynamicContainer(lambda: wide if self._is_beside() else narrow),
            key_line((*widget.help, "Esc back", *leave)),
        ]
        untouched = widget.text  # a list and a toggle stand on something before anything was chosen
        outcome: Outcome = show(terminal, panes, keys, focus=widget.control, full_screen=True)
        return Outcome(outcome.to, self._text) if _passed(outcome, untouched) else outcome

    def _is_beside(self) -> bool:
        return self._reply is not None and columns() >= WIDE

    def _width(self) -> int:
        """Columns of the question."""
        return columns() * 2 // 5 if self._is_beside() else columns()

    def _beside(self, question: Sequence[AnyContainer]) -> AnyContainer:
        left = HSplit([*question, Window()], width=self._width)
        rule = Window(char="│", width=1, style="class:dim")
        return VSplit([left, rule, *self._replies(lambda: columns() - self._width() - 1)])

    def _below(self, question: Sequence[AnyContainer]) -> AnyContainer:
        rule = [Window(char="─", height=1, style="class:dim")] if self._reply else [Window()]
        return HSplit([*question, *rule, *self._replies(columns)])

    def _replies(self, width: Callable[[], int]) -> list[Window]:
        return [self._reply.pane(width)] if self._reply else []

    def _above(self) -> list[AnyContainer]:
        """Heading, earlier answers, notice, question, input, and what is wrong with it."""
        around = self._around

        def heading() -> Fragments:
            place = f"  {around.place}" if around.place else ""
            return [("class:heading", f"{cut(around.heading, self._width() - 1 - len(place))}{place}")]

        def trail() -> Fragments:
            taken = OTHER_LINES if self._is_beside() or not self._reply else BELOW
            return pairs(around.trail[-max(rows() - taken, 1) :], self._width() - 1)

        panes: list[AnyContainer] = [words(heading)] if around.heading else []
        if around.trail:
            panes.append(words(trail))
        if around.notice:
            panes.append(words(lambda: block(around.notice, self._width(), "class:hint")[:-1]))
        asked = words(lambda: block(self._prompt.ask, self._width(), "class:heading")[:-1])
        return [*panes, asked, *self._widget.panes(), words(self._widget.message)]


def _passed(outcome: Outcome, untouched: str) -> bool:
    """Whether nothing was typed or chosen before the question was left."""
    return outcome.to not in {"next", "edit"} and outcome.text == untouched
