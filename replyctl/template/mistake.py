"""What is wrong in a template, and where."""

from __future__ import annotations

from typing import NamedTuple


class TemplateMistake(NamedTuple):
    """One thing that is wrong."""

    at: int
    """The place of the character, from 0."""
    message: str
    hint: str = ""
    """What to do."""
