"""What a rule is: a module with a docstring, three constants, its options and one `check`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from replyctl.lint.draft import Draft
from replyctl.lint.problem import Severity
from replyctl.text.cut import Cut, Sentence
from replyctl.text.phrases import Hit

__all__ = ["Cut", "Draft", "Finding", "Hit", "NoOptions", "Rule", "Sentence", "Severity", "at", "at_words"]

GROUPS = (
    "subject",
    "greeting",
    "identity",
    "apology",
    "thanks",
    "commitment",
    "answers",
    "form",
    "voice",
    "policy",
    "proof",
)
"""What rules are about; `--select` and `--ignore` take these names too."""


class NoOptions(NamedTuple):
    """The options of a rule that has none."""


class Finding(NamedTuple):
    """What a rule yields: a sentence for the agent and where it is about, in code points of the text in reading form."""

    message: str
    piece: Cut | None = None
    """Subject or body; None: the whole mail."""
    start: int = 0
    end: int = 0
    severity: Severity | None = None
    """Where it differs from the rule's own."""
    edits: tuple[tuple[int, int, str], ...] = ()
    """What mends it, in the same code points."""
    safe: bool = False
    """Whether the edits leave the meaning alone."""


class Rule(Protocol):
    """The shape of a module in `lint/rules/`. Its name is the file's name, its first docstring line is for users."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity
    GROUP: str
    Options: Any
    """A NamedTuple class: the rule's options with their defaults."""

    @property
    def SOURCE(self) -> tuple[str, ...]:  # noqa: N802 - a constant in the module; a property here, since it is only read
        """Ids of the requirement catalogue."""
        ...

    def check(self, draft: Draft, options: Any) -> Iterator[Finding]:
        """Every problem of this kind in the draft."""
        ...


def name_of(rule: Rule) -> str:
    """The rule's name as users write it."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def at(piece: Cut, start: int, end: int, message: str, **more: Any) -> Finding:
    """A finding about code points of a piece."""
    return Finding(message, piece, start, end, **more)


def at_words(piece: Cut, first: int, last: int, message: str, **more: Any) -> Finding:
    """A finding about the words `first` up to `last` of a piece."""
    return Finding(message, piece, piece.starts[first], piece.ends[last - 1], **more)
