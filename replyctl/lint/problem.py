"""What a lint run says: a `Problem`, with where it stands and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any, NamedTuple


class Severity(IntEnum):
    """How bad it is; part of the contract of each rule."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Edit(NamedTuple):
    """Put `text` in place of the code points from `start` up to `end`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that mend a problem; `safe` ones never change what the reply says."""

    safe: bool
    edits: tuple[Edit, ...]


class Problem(NamedTuple):
    """One finding. Offsets are code points into the draft as given; line and column are 1-based.

    A finding about the whole mail has start = end = 0 and text "".
    """

    rule: str
    severity: Severity
    message: str
    start: int = 0
    end: int = 0
    line: int = 1
    column: int = 1
    zone: str = "body"
    text: str = ""
    fix: Fix | None = None
    source: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The shape of `-f json`."""
        fix = self.fix and {
            "safe": self.fix.safe,
            "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in self.fix.edits],
        }
        return {
            "rule": self.rule,
            "severity": str(self.severity),
            "message": self.message,
            "start": self.start,
            "end": self.end,
            "line": self.line,
            "column": self.column,
            "zone": self.zone,
            "text": self.text,
            "fix": fix,
            "source": list(self.source),
        }


_KEPT = 4
"""Characters of a long number that stay readable."""
_LONG = 9
"""Digits from which it is one, and no password."""


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with `spans` made unreadable, all but blanks, hyphens and the last four of a long number; same length.

    The spans are in order and apart.
    """
    pieces, at = [], 0
    for start, end in spans:
        is_long = end - start > _KEPT * 3 and sum(map(str.isdigit, text[start:end])) >= _LONG
        kept = end - _KEPT if is_long else end
        hidden = "".join(char if char.isspace() or char == "-" else "•" for char in text[start:kept])
        pieces += [text[at:start], hidden]
        at = kept
    return "".join((*pieces, text[at:]))
