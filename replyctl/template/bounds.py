"""How much one rendering may do: steps, time, size. And what it notes on its way."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jinja2 import Undefined

SECONDS = 2.0
STEPS = 20_000
"""Loop steps, operations, filters and calls of one rendering."""
SIZE = 200_000
"""Characters that one value, and the whole output, may have."""
NUMBER = 10**15
DEPTH = 4
"""Partials within partials."""


class TooMuch(Exception):
    """A template asks for more than a reply can need."""


class Printer(Protocol):
    """How a language prints what templates hold. Each raises TypeError or ValueError for what it cannot print."""

    def text(self, value: object) -> str:
        """Any value."""

    def date(self, value: object, style: str = "") -> str:
        """A date; `style` is "" for the language's own."""

    def money(self, value: object) -> str:
        """An amount."""

    def join(self, items: Sequence[str]) -> str:
        """A list in a sentence."""


class Run:
    """One rendering. The only thing in this room that changes, and it lives no longer than the rendering."""

    def __init__(self, printer: Printer, values: Mapping[str, Any], partial: Callable[[str], str] | None) -> None:
        self.printer = printer
        self.values = values
        self.partial = partial
        """Gives the source of a partial; None where there are none."""
        self.missing: dict[str, None] = {}
        """Names that were printed and have no value, in order."""
        self._until = monotonic() + SECONDS
        self._steps = STEPS
        self._printed = 0
        self._depth = 0

    def spend(self) -> None:
        """Count a step. TooMuch when there are no more, or no more time."""
        self._steps -= 1
        if self._steps < 0 or monotonic() > self._until:
            raise TooMuch("it takes too long")

    def print(self, chunk: str) -> str:
        """Count a piece of the output. TooMuch when it grows too long."""
        self._printed += len(chunk)
        if self._printed > SIZE:
            raise TooMuch(f"it prints more than {SIZE} characters")
        return chunk

    def miss(self, value: Undefined) -> None:
        """Note a name that has no value."""
        self.missing[str(value._undefined_name)] = None  # noqa: SLF001 - Jinja's own way to know the name

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Within a partial."""
        self.spend()
        self._depth += 1
        if self._depth > DEPTH:
            raise TooMuch("partials name each other")
        yield
        self._depth -= 1


_current: ContextVar[Run] = ContextVar("run")


def run() -> Run:
    """The rendering that is going on."""
    return _current.get()


@contextmanager
def running(new: Run) -> Iterator[Run]:
    """With `new` as the rendering that is going on."""
    token = _current.set(new)
    try:
        yield new
    finally:
        _current.reset(token)


def bounded(text: str) -> str:
    """The text, if it is not too long."""
    if len(text) > SIZE:
        raise TooMuch(f"a value is longer than {SIZE} characters")
    return text


def number(value: object) -> int | float:
    """The number, if it is one and not too large."""
    if not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number" if isinstance(value, str) else "only numbers can be reckoned with")
    if not -NUMBER <= value <= NUMBER:
        raise TooMuch("a number is too large")
    return value
