"""The questions of a reply, one after the other: forward, back to an earlier answer, and to a single one again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from replyctl.cli.ask.outcome import Outcome, Surroundings, brief
from replyctl.compose.prompts import Prompt
from replyctl.errors import Interrupted, ValueRefused

if TYPE_CHECKING:
    from replyctl.compose.composition import Composition

Asker = Callable[[Prompt, str, Surroundings], Outcome]
"""Puts one question, with the text to begin with, and tells where the agent went from it."""


@dataclass(slots=True)
class Interview:
    """A composition that is being asked for. `keep` is called after every change."""

    ask: Asker
    heading: str
    composition: Composition
    keep: Callable[[], None]
    asked: list[str] = field(default_factory=list)
    """Names of the questions that were put, in order; also of those that were passed over."""
    typed: dict[str, str] = field(default_factory=dict)
    """What stood in a question that was left before it was answered."""

    def fill(self) -> None:
        """Ask what is not known yet. Raises Interrupted when the agent leaves."""
        index = len(self.asked)
        while prompt := self._at(index):
            outcome = self._put(prompt, index)
            if outcome.to == "next":
                index += 1
            else:
                index = max(index - 1, 0)

    def change(self, name: str) -> None:
        """Put one question again, then what its answer opened. Raises Interrupted when the agent leaves."""
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
        """A default is offered, not taken unseen; what came from elsewhere is not asked again."""
        known = {name for name, value in self.composition.values.items() if value.origin != "default"}
        prompts = self.composition.prompts()
        return [prompt for prompt in prompts if prompt.name not in known and prompt.name not in self.asked]

    def _put(self, prompt: Prompt, index: int) -> Outcome:
        text = self.typed.get(prompt.name, prompt.answered or prompt.default)
        refused = prompt.refused
        while True:
            outcome = self.ask(prompt, text, self._around(index, refused))
            text, refused = outcome.text, self._answer(prompt.name, outcome)
            self.keep()
            if outcome.to == "leave":
                raise Interrupted("stopped")
            if not refused:
                return outcome

    def _answer(self, name: str, outcome: Outcome) -> str:
        """Take the answer, or keep what was typed; the message if the answer is refused, "" if not."""
        self.typed[name] = outcome.text
        if outcome.to != "next":
            return ""
        try:
            # Another value can be refused in the light of this one.
            answered = self.composition.answer(name, outcome.text).checked()
        except ValueRefused as refused:
            return refused.message
        self.composition = answered
        del self.typed[name]
        if name not in self.asked:
            self.asked.append(name)
        return ""

    def _around(self, index: int, refused: str) -> Surroundings:
        prompts = {prompt.name: prompt for prompt in self.composition.prompts()}
        before = [prompts[name] for name in self.asked[:index] if name in prompts]
        total = len(self.asked) + len(self._unasked())
        place = f"  {index + 1}/{total}" if index < total else ""
        return Surroundings(f"{self.heading}{place}", [(prompt.ask, brief(prompt)) for prompt in before], refused)
