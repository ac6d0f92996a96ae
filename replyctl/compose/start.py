"""How a reply begins: what the command line gave for it, before anything of it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True, repr=False)  # without slots: they cost a second class at start
class Start:
    """What a reply is started with; an unfinished one keeps it as it is."""

    snippets: tuple[str, ...] = ()
    """Names, in order; empty while none is picked."""
    blank: bool = False
    """Whether it is typed text without a snippet."""
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
    sets: Mapping[str, str] = field(default_factory=dict)
    """What `--set` gave."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """What `--data` gave."""
