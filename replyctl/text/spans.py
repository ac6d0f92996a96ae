"""Stretches of a text, looked up by place: a look costs no more in a text of thousands of them than in one of ten."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

Range = tuple[int, int]


class Spans:
    """Stretches, each from its start up to its end, in any order; they may overlap."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        """Of the stretches with those that overlap as one: both lists ascend."""
        for start, end in sorted(ranges):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def ranges(self) -> Iterator[Range]:
        """All, in order and apart."""
        return zip(self._starts, self._ends, strict=True)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def hold(self, at: int) -> bool:
        """Whether `at` stands in one of them."""
        number = bisect_right(self._starts, at)
        return number > 0 and at < self._ends[number - 1]

    def around(self, at: int) -> Range:
        """The one that holds `at`; empty where none does."""
        number = bisect_right(self._starts, at)
        held = number > 0 and at < self._ends[number - 1]
        return (self._starts[number - 1], self._ends[number - 1]) if held else (at, at)

    def meet(self, start: int, end: int) -> bool:
        """Whether the stretch from `start` up to `end` shares a place with one of them."""
        number = bisect_right(self._ends, start)
        return number < len(self._starts) and self._starts[number] < end

    def inside(self, start: int, end: int) -> list[Range]:
        """The parts of them that lie in the stretch from `start` up to `end`, counted from its start."""
        numbers = range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        return [(max(self._starts[at], start) - start, min(self._ends[at], end) - start) for at in numbers]
