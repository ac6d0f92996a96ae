"""What one draft gave: the value that every report prints."""

from __future__ import annotations

from typing import Any, NamedTuple

from replyctl.lint.problem import Problem


class Checked(NamedTuple):
    """A draft's name, its texts and its problems."""

    name: str
    """Its path, or the id of a JSONL draft."""
    key: str
    """`path` or `id`."""
    language: str
    problems: tuple[Problem, ...]
    texts: tuple[str, str]
    """Where the offsets of subject and of body count: twice the same text, or two strings."""

    def line(self, problem: Problem) -> tuple[str, int]:
        """The line that the problem begins on, and how far into it (code points)."""
        text = self.texts[0] if problem.zone == "subject" else self.texts[1]
        start = text.rfind("\n", 0, problem.start) + 1
        end = text.find("\n", problem.start)
        return text[start : len(text) if end < 0 else end].rstrip("\r"), problem.start - start

    def as_dict(self) -> dict[str, Any]:
        """The object of `-f json` and `-f jsonl`."""
        return {
            self.key: self.name,
            "language": None if self.language == "und" else self.language,
            "problems": [problem.as_dict() for problem in self.problems],
        }
