"""One prompt on the screen: a text box, a yes-or-no toggle, or a list of choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.cli.ask.choices import Choices
from replyctl.cli.ask.frame import LEAVE, bind, columns, cut, key_line, pairs, rows, show, words
from replyctl.cli.ask.outcome import Outcome, Surroundings
from replyctl.cli.ask.screen_text import Fragments, block
from replyctl.cli.ask.textbox import TextBox
from replyctl.cli.ask.toggle import Toggle

if TYPE_CHECKING:
    from prompt_toolkit.layout import AnyContainer

    from replyctl.cli.ask.tty import Terminal
    from replyctl.compose.prompts import Prompt

ALWAYS = ("Esc back", "Ctrl-C leave")
"""Keys that work in every question."""
OTHER_LINES = 9
"""Screen lines not used for earlier answers."""


def ask(terminal: Terminal, prompt: Prompt, text: str, around: Surroundings) -> Outcome:
    """Ask `prompt`, with `text` as its initial text, until it is answered or left."""
    widget: TextBox | Toggle | Choices
    if prompt.kind.gives == "bool":
        widget = Toggle(prompt, text)
    elif prompt.choices:
        widget = Choices(prompt, text, around.refused)
    else:
        widget = TextBox(prompt, text, around.refused)
    keys = widget.keys()
    bind(keys, LEAVE, lambda event: event.app.exit(result=Outcome("leave", widget.text)))
    # On a list of the review's own, q leads back where it leads out.
    own = bool(prompt.choices) and not prompt.other and not around.heading
    bind(
        keys,
        ("s-tab", "escape", *(("q",) if own else ())),
        lambda event: event.app.exit(result=Outcome("back", widget.text)),
    )
    panes = [*_above(prompt, around), *widget.panes(), words(widget.message), key_line((*widget.help, *ALWAYS))]
    untouched = widget.text  # a list and a toggle stand on something before anything was chosen
    outcome: Outcome = show(terminal, panes, keys, focus=widget.control)
    return Outcome(outcome.to, text) if outcome.to != "next" and outcome.text == untouched else outcome


def _above(prompt: Prompt, around: Surroundings) -> list[AnyContainer]:
    def heading() -> Fragments:
        return [("class:heading", cut(around.heading, columns() - 1))]

    def trail() -> Fragments:
        return pairs(around.trail[-max(rows() - OTHER_LINES, 1) :], columns() - 1)

    def asked() -> Fragments:
        return block(prompt.ask, columns(), "class:heading")[:-1]

    panes: list[AnyContainer] = [words(heading)] if around.heading else []
    if around.trail:
        panes.append(words(trail))
    return [*panes, words(asked)]
