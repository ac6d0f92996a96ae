"""A mistake in a template, and its place."""

from __future__ import annotations

from typing import NamedTuple


class TemplateMistake(NamedTuple):
    """One mistake."""

    at: int
    """The position of the character, from 0."""
    message: str
    hint: str = ""
    """What to do."""
