"""Limits of one rendering: steps, time, size. Also collects its missing names."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from time import thread_time
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jinja2 import Undefined

SECONDS = 1.0
SOURCE = 100_000
"""Characters of one template."""
STEPS = 20_000
"""Steps of one rendering: each loop step, operation, filter and call is one, plus one per 1000 characters of input."""
EXPRESSION = 2_000
"""Steps of an expression or template in a field."""
SIZE = 200_000
"""Most characters of one value, and of the whole output."""
MADE = 4_000_000
"""Most characters of all values made in one rendering."""
LISTED = 10_000
"""Most items of one list."""
NUMBER = 10**15
DEPTH = 4
"""Deepest nesting of partials."""
_SHOWN = 40
"""Characters of a value shown in an error."""
_ITEM = 20
"""Characters counted for each item of a list."""


class TooMuch(Exception):
    """A template exceeds a limit."""


class Printer(Protocol):
    """Prints values in a language. Methods raise TypeError or ValueError for values that they cannot print."""

    def text(self, value: object) -> str:
        """Any value."""

    def date(self, value: object, style: str = "") -> str:
        """A date; `style` is "" for the language's own."""

    def money(self, value: object) -> str:
        """An amount."""

    def join(self, items: Sequence[str]) -> str:
        """A list in a sentence."""


class Run:
    """The state of one rendering, the only mutable state in this package."""

    def __init__(
        self,
        printer: Printer,
        values: Mapping[str, Any],
        passage: Callable[[str], str] | None,
        steps: int = STEPS,
    ) -> None:
        self.printer = printer
        self.values = values
        self.passage = passage
        """Renders a partial; None if partials are not allowed."""
        self.missing: dict[str, None] = {}
        """Names printed without a value, in order."""
        self._until = thread_time() + SECONDS
        self._steps = steps
        self._printed = 0
        self._made = 0
        self._depth = 0

    def spend(self, *touched: object) -> None:
        """Count a step that reads `touched`. TooMuch if steps or time run out."""
        self._steps -= 1 + sum(_size(one) // 1000 for one in touched)
        if self._steps < 0 or thread_time() > self._until:
            raise TooMuch("it takes too long")

    def print(self, chunk: str) -> str:
        """Count a piece of output. TooMuch if the output is too long."""
        self._printed += len(chunk)
        if self._printed > SIZE:
            raise TooMuch(f"it prints more than {SIZE} characters")
        return chunk

    def make(self, value: Any) -> Any:  # noqa: ANN401 - any value
        """Count and return a value made by a step. TooMuch if it, or all values together, are too large."""
        if isinstance(value, int | float):
            return number(value)
        if isinstance(value, list) and len(value) > LISTED:
            raise TooMuch(f"a list has more than {LISTED} items")
        self._made += _size(value)
        if self._made > MADE:
            raise TooMuch("its values become too long together")
        return bounded(value) if isinstance(value, str) else value

    def miss(self, value: Undefined) -> None:
        """Note a name that has no value."""
        self.missing[str(value._undefined_name)] = None  # noqa: SLF001 - the only way to get the name

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Count one more level of partials during the block."""
        self.spend()
        self._depth += 1
        if self._depth > DEPTH:
            raise TooMuch("partials call each other without end")
        yield
        self._depth -= 1


_current: ContextVar[Run] = ContextVar("run")


def run() -> Run:
    """The current rendering."""
    return _current.get()


@contextmanager
def running(new: Run) -> Iterator[Run]:
    """Make `new` the current rendering during the block."""
    token = _current.set(new)
    try:
        yield new
    finally:
        _current.reset(token)


def bounded(text: str) -> str:
    """The text; TooMuch if it is too long."""
    if len(text) > SIZE:
        raise TooMuch(f"a value is longer than {SIZE} characters")
    return text


def fitting(pieces: Sequence[str], between: str = "") -> Sequence[str]:
    """The pieces; TooMuch if they are too long once joined."""
    if sum(map(len, pieces)) + len(between) * len(pieces) > SIZE:
        raise TooMuch(f"a value is longer than {SIZE} characters")
    return pieces


def number(value: object) -> int | float:
    """The number; TypeError if it is not one, TooMuch if it is too large."""
    if isinstance(value, str):
        raise TypeError(f"'{value[:_SHOWN]}{'…' * (len(value) > _SHOWN)}' is not a number")
    if not isinstance(value, int | float):
        raise TypeError("only numbers can be calculated with")
    if not -NUMBER <= value <= NUMBER:
        raise TooMuch("a number is too large")
    return value


def _size(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    return len(value) * _ITEM if isinstance(value, list | tuple) else 0
