"""A mistake in a template, and its place."""

from __future__ import annotations

from typing import Literal, NamedTuple

MistakeKind = Literal["template", "unknown-name", "foreign-placeholder", "dead-link"]
"""What it is about: the template itself, a name in it, another system's placeholder, a link that nobody declared."""


class TemplateMistake(NamedTuple):
    """One mistake."""

    at: int
    """The position of the character, from 0."""
    message: str
    hint: str = ""
    """What to do."""
    kind: MistakeKind = "template"
