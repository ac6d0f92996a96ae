"""Colour for text that is laid out already: the only place that knows how a terminal is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Piece = tuple[str, str]
"""Text and rich style."""


def coloured(pieces: Iterable[Piece], *, on: bool) -> str:
    """The text of the pieces, each in its style if colour is `on`."""
    if not on:
        return "".join(text for text, _ in pieces)
    from rich.color import ColorSystem
    from rich.style import Style

    # Not by a console, which would measure and cut it again.
    return "".join(Style.parse(style).render(text, color_system=ColorSystem.STANDARD) for text, style in pieces)
