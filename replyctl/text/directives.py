"""Lines by which an author silences a rule: `replyctl: ignore[rule, …]`, bare or in a comment.

One silences its rules on its own line and on the next, and findings about the whole mail anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

_HINT = "replyctl:"
_DIRECTIVE = (
    r"(?:<!--[ \t]*)?(?:(?:#|//)[ \t]*)?replyctl:[ \t]*ignore\[([^\[\]\n]*)\](?:[^\n]*?-->|(?![^\n]*-->)[^\n]*)"
)
_ALONE = rf"^[ \t]*{_DIRECTIVE}[ \t]*(?:\n|\Z)"


class Directive(NamedTuple):
    """One of them: where it stands, where its own line begins and the next ends, what it silences there."""

    start: int
    end: int
    first: int
    last: int
    rules: tuple[str, ...]


class Directives:
    """All of a text, in order, and where they have silenced something so far."""

    def __init__(self, found: list[Directive]) -> None:
        self.found = found
        self._by_rule: dict[str, list[Directive]] = {}
        for one in found:
            for rule in one.rules:
                self._by_rule.setdefault(rule, []).append(one)
        self._used: set[tuple[str, int | None]] = set()
        """The rules, and where the lines begin whose directives have silenced them; None: those of all lines."""

    def silence(self, rule: str, start: int | None) -> bool:
        """Whether one of them silences `rule` at this code point (None: the whole mail); it is remembered of all that do."""
        naming = self._by_rule.get(rule, [])
        if start is None:
            self._used.add((rule, None))
            return bool(naming)
        low = bisect_right(naming, start, key=attrgetter("last"))
        high = bisect_right(naming, start, key=attrgetter("first"))
        if low < high:  # on this line and the one before, however many they are
            self._used |= {(rule, naming[low].first), (rule, naming[high - 1].first)}
        return low < high

    def unused(self) -> Iterator[tuple[Directive, str]]:
        """Each that silenced nothing of a rule, with the rule."""
        for one in self.found:
            for rule in one.rules:
                if self._used.isdisjoint({(rule, one.first), (rule, None)}):
                    yield one, rule


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
    return Directives(found)


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def without(text: str) -> str:
    """`text` as it is sent: a directive goes, and its line with it where nothing else stands there."""
    if _HINT not in text:
        return text
    return re.sub(rf"(?<![ \t])[ \t]*+{_DIRECTIVE}", "", re.sub(_ALONE, "", text, flags=re.MULTILINE))
