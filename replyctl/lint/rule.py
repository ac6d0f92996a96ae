"""Defines a rule: a module with a docstring, three constants and one `check`, which may take options."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeGuard, cast

from replyctl.errors import did_you_mean
from replyctl.lint.draft import Draft
from replyctl.lint.problem import Severity
from replyctl.reading.rewording import rewording
from replyctl.text.cut import Cut, Sentence
from replyctl.text.hits import Hit

__all__ = [
    "MESSAGE",
    "OWN",
    "Cut",
    "Draft",
    "Hit",
    "Rule",
    "Said",
    "Sentence",
    "Severity",
    "Violation",
    "Violations",
    "at",
    "at_words",
    "phrases",
]

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


MESSAGE = frozenset({"body", "list"})
"""The zones of a reply's message."""
OWN = MESSAGE | {"greeting", "closing"}
"""The message and its frame: everything except the signature."""


class Violation(NamedTuple):
    """What a rule yields: a sentence for the agent, and its place in code points of the text in reading form."""

    message: str
    piece: Cut | None = None
    """Subject or body; None: the whole mail."""
    start: int = 0
    end: int = 0
    severity: Severity | None = None
    """If it differs from the rule's own."""
    edits: tuple[tuple[int, int, str], ...] = ()
    """Edits that fix it, in the same code points."""
    safe: bool = False
    """Whether the edits keep the meaning."""


Violations: TypeAlias = Iterator[Violation]


class Said(NamedTuple):
    """What is known of all rules once those about drafts have run."""

    places: Mapping[str, Sequence[int | None]]
    """By rule that has run: where each of its findings begins in the body, even if silenced; None if elsewhere."""
    known: Sequence[str]
    """The names of all rules there are."""

    def unknown(self, name: str) -> str:
        """What to tell of `name` if it is no rule's, else ""."""
        if name in self.known:
            return ""
        hint = "it is a group: name its rules" if name in GROUPS else did_you_mean(name, tuple(self.known))
        return f"There is no rule '{name}': {hint}" if hint else f"There is no rule '{name}'."


Look: TypeAlias = Callable[[Draft], Violations]
Check: TypeAlias = Callable[[Draft, Said], Violations]


class _Module(Protocol):
    """What every module in `lint/rules/` contains; it is named after the rule, and its docstring is for users."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity
    GROUP: str

    @property
    def SOURCE(self) -> tuple[str, ...]:  # noqa: N802 - a constant in the module; a property here since it is only read
        """Ids of the requirement catalogue."""
        ...


class Fixed(_Module, Protocol):
    """A rule without options."""

    def check(self, draft: Draft, /) -> Violations:
        """Every problem of this kind in the draft."""
        ...


class Adjustable(_Module, Protocol):
    """A rule with options."""

    Options: Any
    """A NamedTuple class: the options with their defaults."""

    def check(self, draft: Draft, options: Any, /) -> Violations:
        """Every problem of this kind in the draft."""
        ...


class Afterwards(_Module, Protocol):
    """A rule about the findings of all others; it runs after them."""

    AFTERWARDS: bool

    def check(self, draft: Draft, said: Said, /) -> Violations:
        """Every problem of this kind in the draft."""
        ...


Rule: TypeAlias = Fixed | Adjustable | Afterwards
NO_OPTIONS: Mapping[str, Any] = MappingProxyType({})


def is_adjustable(rule: Rule) -> TypeGuard[Adjustable]:
    """Whether the rule takes options."""
    return hasattr(rule, "Options")


def is_afterwards(rule: Rule) -> TypeGuard[Afterwards]:
    """Whether the rule is about the findings of the others."""
    return hasattr(rule, "AFTERWARDS")


def defaults(rule: Rule) -> Mapping[str, Any]:
    """The rule's options with their defaults."""
    return rule.Options._field_defaults if is_adjustable(rule) else NO_OPTIONS


def check_of(rule: Rule, options: Mapping[str, Any] = NO_OPTIONS) -> Check:
    """The rule's check, with these options in place of the defaults."""
    if is_afterwards(rule):
        return rule.check
    if is_adjustable(rule):
        adjustable, chosen = rule.check, rule.Options(**options)
        return lambda draft, _said: adjustable(draft, chosen)
    fixed = cast("Fixed", rule).check
    return lambda draft, _said: fixed(draft)


def name_of(rule: Rule) -> str:
    """The rule's name as users write it."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def at(piece: Cut, start: int, end: int, message: str, **more: Any) -> Violation:
    """A violation about code points of a piece."""
    return Violation(message, piece, start, end, **more)


def at_words(piece: Cut, first: int, last: int, message: str, **more: Any) -> Violation:
    """A violation about the words `first` up to `last` of a piece."""
    return Violation(message, piece, piece.starts[first], piece.ends[last - 1], **more)


def phrases(
    name: str, message: str, *, zones: frozenset[str], once: bool = False, when: Callable[[Draft], bool] | None = None
) -> Look:
    """The check of a rule that only looks for phrases: those on the list `name` in these zones of the body.

    `message` may contain {text}, the text found, and {better}, which proposes the phrase's value; that value is also
    the fix. `once` stops at the first phrase; `when` tells which drafts to check.
    """

    def check(draft: Draft) -> Violations:
        piece = draft.body
        for hit in piece.find(name) if when is None or when(draft) else ():
            start, end = piece.span(hit.first, hit.last)
            if piece.zone_of(start) in zones:
                better = f": write '{hit.value}'" if hit.value else ""
                edits = rewording(piece, hit).edits if hit.value else ()
                yield at(piece, start, end, message.format(text=piece.text[start:end], better=better), edits=edits)
                if once:
                    return

    return check
