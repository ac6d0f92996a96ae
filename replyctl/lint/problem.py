"""What lint reports: a `Problem`, with its place and its fix."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, NamedTuple


class Severity(IntEnum):
    """How bad a problem is; part of each rule's contract."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Edit(NamedTuple):
    """Replace the code points from `start` up to `end` with `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that fix a problem; `safe` ones never change what the reply says."""

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
