"""Lines by which an author silences a rule: `replyctl: ignore[rule, …]`, bare or in a comment.

One silences its rules on its own line and on the next, and findings about the whole mail anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

_HINT = "replyctl:"
_COMMENT = r"(?:<!--[ \t]*)?(?:(?:#|//)[ \t]*)?"
_DIRECTIVE = rf"{_COMMENT}replyctl:[ \t]*ignore\[([^\[\]\n]*)\](?:[^\n]*?-->|(?![^\n]*-->)[^\n]*)"
_MEANT = rf"(?m)^[ \t]*{_COMMENT}(replyctl:[ \t]*(?:ignore\b[^\n]*|[\w-]++[ \t]*+(?:\[[^\]\n]*\][ \t]*+)?(?:-->)?[ \t\r]*+$))"
"""A line that is meant as one, well written or not."""
_ALONE = rf"^[ \t]*{_DIRECTIVE}[ \t]*(?:\n|\Z)"


class Directive(NamedTuple):
    """One of them: where it stands, where its own line begins and the next ends, what it silences there."""

    start: int
    end: int
    first: int
    last: int
    rules: tuple[str, ...]


class Directives:
    """All of a text, in order."""

    def __init__(self, found: list[Directive], vain: Sequence[tuple[int, int]] = ()) -> None:
        self.found = found
        self.vain = vain
        """Where a line is meant as one and is none, or names no rule."""
        self._by_rule: dict[str, list[Directive]] = {}
        for one in found:
            for rule in one.rules:
                self._by_rule.setdefault(rule, []).append(one)

    def silences(self, rule: str, start: int | None) -> bool:
        """Whether one of them silences `rule` at this code point (None: the whole mail)."""
        return bool(self._by_rule.get(rule)) if start is None else next(self._lines(rule, start), None) is not None

    def unused(self, said: Mapping[str, Sequence[int | None]]) -> Iterator[tuple[Directive, str]]:
        """Each that silences nothing of a rule, with the rule; `said` holds where each rule that looked found something.

        A place is a code point, None is the whole mail; a rule that did not look may have found something.
        """
        used = {
            (rule, line)
            for rule in self._by_rule.keys() & said.keys()
            for start in said[rule]
            for line in ((None,) if start is None else self._lines(rule, start))
        }
        for one in self.found:
            for rule in one.rules:
                if rule in said and used.isdisjoint({(rule, one.first), (rule, None)}):
                    yield one, rule

    def _lines(self, rule: str, start: int) -> Iterator[int]:
        """Where the lines begin whose directives silence `rule` at `start`: its own and the one before."""
        naming = self._by_rule.get(rule, [])
        low = bisect_right(naming, start, key=attrgetter("last"))
        high = bisect_right(naming, start, key=attrgetter("first"))
        if low < high:  # however many stand on them
            yield from (naming[low].first, naming[high - 1].first)


def directives(text: str) -> Directives:
    """All of them in `text`, in order, in code points."""
    found: list[Directive] = []
    first, end, last = 0, -1, 0
    for match in re.finditer(_DIRECTIVE, text) if _HINT in text else ():
        if match.end() > end:  # on another line than the one before
            first, end = text.rfind("\n", 0, match.start()) + 1, _end_of_line(text, match.end())
            last = _end_of_line(text, end + 1) + 1
        rules = tuple(name for part in match[1].split(",") if (name := part.strip()))
        found.append(Directive(match.start(), match.end(), first, last, rules))
    return Directives(found, _vain(text, found) if _HINT in text else ())


def _vain(text: str, found: Sequence[Directive]) -> list[tuple[int, int]]:
    good = {one.first for one in found if one.rules}
    lines = (match for match in re.finditer(_MEANT, text) if match.start() not in good)
    return [(match.start(1), match.start(1) + len(match[1].rstrip())) for match in lines]


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def without(text: str) -> str:
    """`text` as it is sent: a directive goes, and its line with it where nothing else stands there."""
    if _HINT not in text:
        return text
    return re.sub(rf"(?<![ \t])[ \t]*+{_DIRECTIVE}", "", re.sub(_ALONE, "", text, flags=re.MULTILINE))
