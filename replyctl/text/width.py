"""How many columns of a terminal a text takes, and what of it fits into some: the only place that knows.

It counts and cuts by graphemes, as a reader sees them: a letter with its accents, an emoji with all that it is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

Measure = Callable[[str], int]
MOST = 10
"""Code points for a column, at the most: marks have no width, but no reader needs more of them."""


def width(text: str) -> int:
    """The columns of `text` without tabs and line ends."""
    if text.isascii():
        return len(text)
    return _width_of_one(text) if len(text) == 1 else _width(text)


def _width(text: str) -> int:
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


_width_of_one = lru_cache(maxsize=4096)(_width)
"""A text is measured again and again, letter by letter, and has few different ones."""


def fitting(text: str, room: int, measure: Measure = width) -> str:
    """As much of the beginning of `text` as `room` columns hold."""
    if text.isascii():
        return text[: max(room, 0)]
    end = 0
    for grapheme in graphemes(text[: max(room, 0) * MOST]):
        room -= measure(grapheme)
        if room < 0:
            break
        end += len(grapheme)
    return text[:end]


def ending(text: str, room: int) -> str:
    """As much of the end of `text` as `room` columns hold."""
    if room <= 0 or text.isascii():
        return text[max(len(text) - room, 0) :] if room > 0 else ""
    start = len(text)
    for grapheme in reversed(list(graphemes(text[-room * MOST :]))):
        room -= width(grapheme)
        if room < 0:
            break
        start -= len(grapheme)
    return text[start:]


def shortened(text: str, room: int, measure: Measure = width) -> str:
    """`text` within `room` columns, with an ellipsis where something was cut."""
    kept = fitting(text, room, measure)
    return text if kept == text else f"{fitting(kept, room - 1, measure).rstrip()}…"


def graphemes(text: str) -> Iterator[str]:
    """What a reader sees as one character each."""
    from wcwidth import iter_graphemes

    return iter_graphemes(text)
