"""A case that breaks something made small: pieces are left out as long as the same thing breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

SECONDS = 30.0


def smallest(value: Any, breaks: Callable[[Any], bool]) -> Any:  # noqa: ANN401 - JSON's values are of any type
    """The smallest value found in half a minute that still `breaks`."""
    until = monotonic() + SECONDS
    again = True
    while again:
        again = False
        for smaller in without_pieces(value):
            if monotonic() > until:
                return value
            if breaks(smaller):
                value, again = smaller, True
                break
    return value


def without_pieces(value: Any) -> Iterator[Any]:  # noqa: ANN401 - as above
    """`value` with a piece left out, the largest pieces first."""
    if isinstance(value, str):
        size = (len(value) + 1) // 2
        while size:
            yield from (value[:at] + value[at + size :] for at in range(0, len(value), size))
            size //= 2
    elif isinstance(value, list):
        yield from (value[:at] + value[at + 1 :] for at in range(len(value)))
        for at, one in enumerate(value):
            yield from ([*value[:at], smaller, *value[at + 1 :]] for smaller in without_pieces(one))
    elif isinstance(value, dict):
        yield from ({name: one for name, one in value.items() if name != key} for key in value)
        for key, one in value.items():
            yield from ({**value, key: smaller} for smaller in without_pieces(one))
