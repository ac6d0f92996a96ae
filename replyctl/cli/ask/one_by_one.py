"""The questions of a customer's mail, one by one: which snippets answer each, or what the agent does instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from replyctl.errors import Interrupted

if TYPE_CHECKING:
    from replyctl.cli.ask.picker.catalogue import Catalogue
    from replyctl.compose.start import HowAnswered


class Questions(NamedTuple):
    """All questions of the mail, and what is decided; the first undecided one is asked about."""

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


Decision: TypeAlias = "HowAnswered | Literal['whole', 'back'] | None"
"""How the question is answered; that one reply answers all; back to the question before; None if the agent left."""
Decider = Callable[["Catalogue", Questions], Decision]


def one_by_one(decide: Decider, catalogue: Catalogue, asked: Sequence[str]) -> tuple[HowAnswered, ...]:
    """How each question is answered, () for one reply to all of them. Raises Interrupted if the agent left."""
    decided: list[HowAnswered] = []
    while len(decided) < len(asked):
        fitting = replace(catalogue, written=f"{asked[len(decided)]}\n", questions=1)
        decision = decide(fitting, Questions(asked, decided))
        if decision == "whole":
            return ()
        if decision is None or (decision == "back" and not decided):
            raise Interrupted("nothing picked")
        if decision == "back":
            decided.pop()
        else:
            decided.append(decision)
    return tuple(decided)


def _brief(how: HowAnswered) -> str:
    return "later" if how.later else ", ".join(how.snippets) or "typed at the end"
