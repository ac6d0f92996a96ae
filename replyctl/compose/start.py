"""How a reply starts: the command line's options, not yet examined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from replyctl.mail.case import CustomerCase


class HowAnswered(NamedTuple):
    """A question of the customer, and how it is answered: by snippets, by a date, or else by what the agent types."""

    question: str
    snippets: tuple[str, ...] = ()
    later: bool = False
    """Whether the agent finds out by a date."""


@dataclass(frozen=True, kw_only=True, repr=False)  # no slots: they would build a second class at start
class Start:
    """The options of a reply; an unfinished reply keeps them unchanged."""

    snippets: tuple[str, ...] = ()
    """Names, in order; empty until one is picked."""
    blank: bool = False
    """Whether the text is typed, without a snippet."""
    libraries: tuple[str, ...] = ()
    """Absolute paths given with `--library`."""
    shipped: bool = True
    """Whether the shipped library is in use."""
    language: str | None = None
    """As given with `--lang`."""
    tone: str = "auto"
    """As given with `--tone`."""
    with_: tuple[str, ...] = ()
    """Parts put in."""
    without: tuple[str, ...] = ()
    """Parts left out."""
    to: str | None = None
    """The address given with `--to`; else `customer.email`."""
    cc: tuple[str, ...] = ()
    """The addresses given with `--cc`."""
    mail: CustomerCase | None = None
    """The mail that it answers."""
    questions: tuple[HowAnswered, ...] = ()
    """The mail's questions, if each is quoted and answered by itself; `snippets` has the snippets of all."""
    quote: bool = False
    """Whether the mail's own text stands below the reply."""
    sets: Mapping[str, str] = field(default_factory=dict)
    """What `--set` gave."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """What `--data` gave."""
