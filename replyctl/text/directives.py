"""Lines by which an author silences a rule: `replyctl: ignore[rule, …]`, bare or in a comment.

One silences its rules on its own line and on the next, and findings about the whole mail anywhere.
"""

from __future__ import annotations

import re

Range = tuple[int, int]
_HINT = "replyctl:"
_DIRECTIVE = r"(?:<!--[ \t]*)?(?:(?:#|//)[ \t]*)?replyctl:[ \t]*ignore\[([^\]\n]*)\](?:[^\n]*?-->|(?![^\n]*-->)[^\n]*)"


class Directive:
    """One of them: where it stands, what it silences, and what it has silenced so far."""

    def __init__(self, start: int, end: int, lines: Range, rules: tuple[str, ...]) -> None:
        self.start = start
        self.end = end
        self.lines = lines
        """Its own line and the next."""
        self.rules = rules
        self.used: set[str] = set()

    def silences(self, rule: str, start: int | None) -> bool:
        """Whether it silences `rule` at this code point (None: the whole mail); it remembers that it did."""
        if rule not in self.rules or (start is not None and not self.lines[0] <= start < self.lines[1]):
            return False
        self.used.add(rule)
        return True


def directives(text: str) -> list[Directive]:
    """All of them in `text`, in order, in code points."""
    if _HINT not in text:
        return []
    found = []
    for match in re.finditer(_DIRECTIVE, text):
        end = _end_of_line(text, match.end())
        rules = tuple(name for part in match[1].split(",") if (name := part.strip()))
        lines = (text.rfind("\n", 0, match.start()) + 1, _end_of_line(text, end + 1) + 1)
        found.append(Directive(match.start(), match.end(), lines, rules))
    return found


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def without(text: str) -> str:
    """`text` as it is sent: a directive goes, and its line with it where nothing else stands there."""
    if _HINT not in text:
        return text
    alone = rf"^[ \t]*{_DIRECTIVE}[ \t]*(?:\n|\Z)"
    return re.sub(rf"[ \t]*{_DIRECTIVE}", "", re.sub(alone, "", text, flags=re.MULTILINE))
