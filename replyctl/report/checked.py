"""The result of one draft, as reports print it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.clean import printable
from replyctl.lint.problem import Problem

if TYPE_CHECKING:
    from replyctl.reading.answers import Answer


class Checked(NamedTuple):
    """A draft's name, its texts and its problems."""

    name: str
    """Its path, or the id of a JSONL draft."""
    key: str
    """`path` or `id`."""
    language: str
    problems: tuple[Problem, ...]
    texts: tuple[str, str]
    """The texts that subject and body offsets refer to, safe to quote: the same text twice, or two strings."""
    answers: tuple[Answer, ...] | None = None
    """The questions of the customer's mail, None if the mail is unknown."""
    id: str | int | None = None
    """A JSONL draft's id as given."""
    mended: int = 0
    """The problems that `--fix` has fixed in it; they are not among `problems`."""

    @property
    def label(self) -> str:
        """Its name on one line, for a terminal."""
        return printable(self.name).replace("\n", "\ufffd")

    def as_dict(self) -> dict[str, Any]:
        """The object of `-f json` and `-f jsonl`."""
        data: dict[str, Any] = {
            self.key: self.name if self.id is None else self.id,
            "language": None if self.language == "und" else self.language,
            "problems": [problem.as_dict() for problem in self.problems],
        }
        if self.answers is not None:
            data["questions"] = [
                {"text": one.question.text, "status": one.status, "by": one.by} for one in self.answers
            ]
        return data
