"""What the agent picked, and how the picker is shown again when they come back to it."""

from __future__ import annotations

from typing import NamedTuple


class Picked(NamedTuple):
    """The names of the snippets in marking order, none for a reply without one, and what was searched for."""

    names: tuple[str, ...] = ()
    query: str = ""
