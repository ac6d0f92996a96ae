"""A yes-or-no question, answered with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import AnyContainer, FormattedTextControl, Window

from replyctl.cli.ask.frame import bind
from replyctl.cli.ask.outcome import Outcome, is_yes

if TYPE_CHECKING:
    from replyctl.cli.ask.screen_text import Fragments
    from replyctl.compose.prompts import Prompt


class Toggle:
    """A yes-or-no input."""

    help = ("y yes and on", "n no and on", "Space changes", "Enter next")

    def __init__(self, prompt: Prompt, text: str) -> None:
        self._on = is_yes(prompt, text)
        self.control = FormattedTextControl(self._content, focusable=True, show_cursor=False)

    @property
    def text(self) -> str:
        """`yes` or `no`."""
        return "yes" if self._on else "no"

    def _content(self) -> Fragments:
        return [("", "  "), *_box("yes", chosen=self._on), ("", "  "), *_box("no", chosen=not self._on)]

    def panes(self) -> list[AnyContainer]:
        """Both answers, the chosen one marked."""
        return [Window(self.control, dont_extend_height=True)]

    def message(self) -> Fragments:
        """Nothing: every answer is valid."""
        return []

    def keys(self) -> KeyBindings:
        """`y` and `n` answer and go on; Space toggles; Enter accepts what is shown."""
        keys = KeyBindings()
        bind(keys, ("y", "Y"), lambda event: event.app.exit(result=Outcome("next", "yes")))
        bind(keys, ("n", "N"), lambda event: event.app.exit(result=Outcome("next", "no")))
        bind(keys, ("space", "left", "right", "tab"), lambda _: setattr(self, "_on", not self._on))
        bind(keys, ("enter", "c-j"), lambda event: event.app.exit(result=Outcome("next", self.text)))
        bind(keys, ("up",), lambda event: event.app.exit(result=Outcome("back", self.text)))
        return keys


def _box(label: str, *, chosen: bool) -> Fragments:
    return [("class:chosen" if chosen else "", f"[{'x' if chosen else ' '}] {label}")]
