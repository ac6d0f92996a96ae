"""The questions of a reply: forward, back to an earlier answer, or a single one again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from replyctl.cli.ask.outcome import Outcome, Surroundings, brief
from replyctl.compose.prompts import Prompt
from replyctl.errors import Interrupted, ValueRefused

if TYPE_CHECKING:
    from pathlib import Path

    from replyctl.compose.composition import Composition

Asker = Callable[[Prompt, str, Surroundings], Outcome]
"""Asks one question, with its initial text, and returns where the agent went next."""


class BackToPicker(Exception):
    """The agent wants another snippet."""


@dataclass(slots=True)
class Interview:
    """The interview for a composition. `keep` is called after every change."""

    ask: Asker
    heading: str
    composition: Composition
    keep: Callable[[], None]
    asked: list[str] = field(default_factory=list)
    """Names of the questions asked, in order, including skipped ones."""
    typed: dict[str, str] = field(default_factory=dict)
    """Text typed into a question that was left unanswered."""
    folder: Callable[[], Path | None] = lambda: None
    """Where to keep a file for the agent's editor."""
    picked: bool = False
    """Whether the snippet was picked just now, so that there is a picker to go back to."""
    _told: int = 0
    """How many of the composition's notices were shown."""

    def __post_init__(self) -> None:
        self._told = len(self.composition.plan.notices)

    def fill(self, index: int | None = None) -> None:
        """Ask what is not known yet, or from the question at `index` on.

        Raises Interrupted if the agent leaves, BackToPicker if they go back from the first question of a picked snippet.
        """
        index = len(self.asked) if index is None else index
        if index < 0:
            raise BackToPicker
        while prompt := self._at(index):
            outcome = self._put(prompt, index)
            if outcome.to == "next":
                index += 1
            elif index or not self.picked:
                index = max(index - 1, 0)
            else:
                raise BackToPicker

    def change(self, name: str) -> None:
        """Ask one question again, then those that its answer opens. Raises Interrupted if the agent leaves."""
        prompt = next(prompt for prompt in self.composition.prompts() if prompt.name == name)
        if self._put(prompt, len(self.asked)).to == "next":
            self.fill()

    def _at(self, index: int) -> Prompt | None:
        prompts = {prompt.name: prompt for prompt in self.composition.prompts()}
        self.asked = [name for name in self.asked if name in prompts]
        if index < len(self.asked):
            return prompts[self.asked[index]]
        return next(iter(self._unasked()), None)

    def _unasked(self) -> list[Prompt]:
        """The prompts to ask: also those with only a default, but none with a value from another source."""
        known = {name for name, value in self.composition.values.items() if value.origin != "default"}
        prompts = self.composition.prompts()
        open_ = [prompt for prompt in prompts if prompt.name not in known and prompt.answered != ""]
        return [prompt for prompt in open_ if prompt.name not in self.asked]

    def _put(self, prompt: Prompt, index: int) -> Outcome:
        text = self.typed.get(prompt.name, prompt.answered or prompt.default)
        refused = prompt.refused
        while True:
            outcome = self.ask(prompt, text, self._around(prompt, index, refused))
            text, refused = outcome.text, self._answer(prompt, outcome)
            self.keep()
            if outcome.to == "leave":
                raise Interrupted("stopped")
            if not refused:
                return outcome

    def _answer(self, prompt: Prompt, outcome: Outcome) -> str:
        """Accept the answer, or keep what was typed. Returns why the answer is refused, or ""."""
        name = prompt.name
        self.typed[name] = outcome.text
        if outcome.to != "next":
            if outcome.text == (prompt.answered or prompt.default):
                del self.typed[name]
            return ""
        try:
            # This answer may make another value invalid.
            answered = self.composition.answer(name, outcome.text).checked()
        except ValueRefused as refused:
            return refused.message
        self.composition = answered
        del self.typed[name]
        if name not in self.asked:
            self.asked.append(name)
        return ""

    def _around(self, prompt: Prompt, index: int, refused: str) -> Surroundings:
        prompts = {prompt.name: prompt for prompt in self.composition.prompts()}
        before = [prompts[name] for name in self.asked[:index] if name in prompts]
        total = len(self.asked) + len(self._unasked())
        return Surroundings(
            self.heading,
            f"{index + 1}/{total}" if index < total else "",
            [(one.ask, brief(one)) for one in before],
            refused,
            self._notice(),
            partial(self.composition.sketch, prompt.name),
            self.folder,
        )

    def _notice(self) -> str:
        """What the last answer's look-up said, once."""
        notices = self.composition.plan.notices
        told, self._told = self._told, len(notices)
        return "; ".join(notices[told:])
