"""The lines of a text: where in them a code point stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property


class Lines:
    """A text and its lines, which end in LF and are counted when somebody first asks."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def at(self, start: int) -> tuple[int, int]:
        """Line and column of a code point, 1-based."""
        line = bisect_right(self._starts, start)
        return line, start - self._starts[line - 1] + 1
