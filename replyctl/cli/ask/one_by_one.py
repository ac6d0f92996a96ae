"""The questions of a customer's mail, one by one: which snippets answer each, or what the agent does instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from replyctl.errors import Interrupted

if TYPE_CHECKING:
    from replyctl.cli.ask.picker.catalogue import Catalogue
    from replyctl.compose.start import HowAnswered


class Questions(NamedTuple):
    """The questions of the mail but for those that are none, and what is decided; the first undecided one is asked about."""

    asked: Sequence[str]
    decided: Sequence[HowAnswered] = ()

    @property
    def current(self) -> str:
        """The question at hand."""
        return self.asked[len(self.decided)]

    def lines(self) -> list[tuple[bool, str]]:
        """A line for each question, and whether it is the one at hand."""
        at = len(self.decided)
        how = [f"  [{_brief(one)}]" for one in self.decided] + [""] * len(self.asked)
        return [
            (number == at, f"{'✓' if number < at else '›' if number == at else ' '} {number + 1} {one}{said}")
            for number, (one, said) in enumerate(zip(self.asked, how, strict=False))
        ]


class Answered(NamedTuple):
    """How each question is answered, none for one reply to all of them; and what the agent found to be no question."""

    how: tuple[HowAnswered, ...]
    no_questions: tuple[str, ...] = ()


Decision: TypeAlias = "HowAnswered | Literal['whole', 'back', 'none'] | None"
"""How the question is answered, or that it is none; that one reply answers all; back to the question before; None if the agent left."""
Decider = Callable[["Catalogue", Questions], Decision]


def one_by_one(decide: Decider, catalogue: Catalogue, asked: Sequence[str]) -> Answered:
    """How each question is answered. Raises Interrupted if the agent left."""
    done: list[HowAnswered | None] = []
    """For each question so far how it is answered; None for what is none."""
    while True:
        decided = [how for how in done if how is not None]
        none = tuple(one for one, how in zip(asked, done, strict=False) if how is None)
        undecided = asked[len(done) :]
        if not undecided:
            return Answered(tuple(decided), none)
        before = _before(catalogue.written, undecided[0])
        fitting = replace(catalogue, written=f"{undecided[0]}\n", questions=1, before=before)
        decision = decide(fitting, Questions([*(how.question for how in decided), *undecided], decided))
        if decision == "whole":
            return Answered((), none)
        if decision is None or (decision == "back" and not done):
            raise Interrupted("nothing picked")
        if decision == "back":
            done.pop()
        else:
            done.append(None if decision == "none" else decision)


def _before(written: str, question: str) -> str:
    """What a mail says before one of its questions, all of it where that cannot be told."""
    found = re.compile(r"\s+".join(map(re.escape, question.split()))).search(written)
    return written[: found.start()] if found else written


def _brief(how: HowAnswered) -> str:
    return "later" if how.later else ", ".join(how.snippets) or "typed at the end"
