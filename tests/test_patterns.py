"""Every pattern of the program, fed with what could make it try again and again: its time grows with the text alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import product
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import pytest

from tests.growing import growth
from tests.patterns import Use, calls, uses

SIZE = 5_000
TIMES = 4
MOST = 2 * TIMES
"""A square would take four times as much as it should."""
ENDLESS = 20
"""Repetitions from which a repeat can take long."""
REPEATS = {parser.MAX_REPEAT, parser.MIN_REPEAT, parser.POSSESSIVE_REPEAT}
ASSERTIONS = {parser.ASSERT, parser.ASSERT_NOT}
SETS = {parser.IN, parser.LITERAL, parser.NOT_LITERAL}
PLAIN = "a A7_-.,:/ \n\t>“你אé\0"
"""One of each kind of character that patterns tell apart without naming it."""


class Units(NamedTuple):
    """A text of any size: what it begins with, and what comes again and again."""

    before: str
    unit: str
    after: str = ""

    def text(self, size: int) -> str:
        return self.before + self.unit * (size // len(self.unit)) + self.after


class Shape:
    """What a pattern is made of, and strings that follow it, or nearly."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.tree = parser.parse(pattern.pattern, pattern.flags)
        self.case = pattern.flags & re.IGNORECASE

    @cached_property
    def letters(self) -> list[str]:
        """One character of each kind that the pattern tells apart."""
        sets = [self._set(node) for node in nodes(self.tree) if node[0] in SETS]
        named = {char for node in nodes(self.tree) for char in _named(node)}
        kinds = {tuple(bool(one.match(char)) for one in sets): char for char in [*PLAIN, *sorted(named)]}
        return list(kinds.values())

    def units(self) -> Iterator[Units]:
        """The pattern's own characters, what follows it whole, and the body of each repeat behind what leads to it."""
        wholes = {self.follow(self.tree, choice) for choice in range(4)} - {""}
        pairs = map("".join, product(self.letters[:6], repeat=2))
        for unit in {*self.letters, *pairs, *wholes, *(whole[:-1] for whole in wholes)} - {""}:
            yield Units("", unit)
        for unit, after in product(self.letters[:6], self.letters[:4]):
            yield Units("", unit, after)
        for before, body in loops(self, self.tree, ""):
            for unit in {self.follow(body, choice) for choice in range(6)} - {""}:
                yield from (Units(before, unit, after) for after in ("", "\0"))
                yield Units("", before + unit * ENDLESS)

    def follow(self, tree: Any, choice: int) -> str:
        """A string that follows a part of the pattern; `choice` takes one of its branches and characters."""
        return "".join(self._follow(op, value, choice) for op, value in tree)

    def _follow(self, op: Any, value: Any, choice: int) -> str:
        if op is parser.LITERAL:
            return chr(value)
        if op is parser.ANY:
            return self.letters[choice % len(self.letters)]
        if op in SETS:
            own = self._set((op, value))
            fitting = [char for char in self.letters if own.match(char)] or [""]
            return fitting[choice % len(fitting)]
        if op in REPEATS:
            return self.follow(value[2], choice) * min(max(value[0], 1), ENDLESS)
        inner = [] if op in ASSERTIONS else inside(op, value)
        return self.follow(inner[choice % len(inner)], choice) if inner else ""

    def _set(self, node: Any) -> re.Pattern[str]:
        found: re.Pattern[str] = compiler.compile(parser.SubPattern(self.tree.state, [node]), self.case)
        return found


def inside(op: Any, value: Any) -> list[Any]:
    """The parts of a pattern that a node of it holds."""
    if op is parser.BRANCH:
        return list(value[1])
    parts = value if isinstance(value, tuple | list) else [value]
    return [part for part in parts if isinstance(part, parser.SubPattern)]


def nodes(tree: Any) -> Iterator[Any]:
    for op, value in tree:
        yield op, value
        for part in inside(op, value):
            yield from nodes(part)


def loops(shape: Shape, tree: Any, before: str) -> Iterator[tuple[str, Any]]:
    """Each repeat that may go on and on: what leads to it, and its body."""
    for op, value in tree:
        if op in REPEATS and value[1] > ENDLESS:
            yield before, value[2]
        for part in inside(op, value):
            yield from loops(shape, part, before)
        before += shape.follow([(op, value)], 0)


def _named(node: Any) -> Iterator[str]:
    """The characters that a node of a pattern names, and one beside each range."""
    op, value = node
    for kind, what in value if op is parser.IN else [node] if op in SETS else []:
        if kind in {parser.LITERAL, parser.NOT_LITERAL}:
            yield chr(what)
        elif kind is parser.RANGE:
            yield from map(chr, what)


@pytest.mark.parametrize("use", uses(), ids=str)
def test_no_text_takes_a_pattern_longer_than_its_length(use: Use) -> None:
    def growing(units: Units) -> bool:
        return growth(use.on, units.text(SIZE), units.text(SIZE * TIMES), MOST) > MOST

    slow = next(filter(growing, Shape(use.pattern).units()), None)

    assert slow is None


def test_every_pattern_of_the_program_is_tried() -> None:
    unknown = []
    for call in calls():
        try:
            list(call.uses())
        except NameError:
            unknown.append(call.where)

    assert unknown == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<![A-Za-z0-9*])[XxＸ×]{3,}(?![A-Za-z0-9*])(?!(?:[ -]*[Xx*]{2,})*[ -]*\d{2})",  # exponential
        r"[a-z._]+@[a-z]+",  # late, from each start
        r"\s+$",
    ],
)
def test_a_pattern_that_tries_again_and_again_is_found_out(pattern: str) -> None:
    use = Use("here", re.compile(pattern), "anywhere")

    assert any(
        growth(use.on, units.text(SIZE), units.text(SIZE * TIMES), MOST, tries=1) > MOST
        for units in Shape(use.pattern).units()
    )
