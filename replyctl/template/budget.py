"""How much one rendering may do: steps, time, size. And what it notes on its way."""

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
"""What one rendering may do: each loop step, operation, filter and call is a step, and so are each 1000 characters of
what it looks at."""
EXPRESSION = 2_000
"""Steps of what stands beside a field."""
SIZE = 200_000
"""Characters that one value, and the whole output, may have."""
MADE = 4_000_000
"""Characters of all values that one rendering makes."""
LISTED = 10_000
"""Items of one list."""
NUMBER = 10**15
DEPTH = 4
"""Partials within partials."""
_SHOWN = 40
"""Characters of a value that an error tells."""
_ITEM = 20
"""Characters that an item of a list counts for."""


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
        """Gives what a partial prints; None where there are none."""
        self.missing: dict[str, None] = {}
        """Names that were printed and have no value, in order."""
        self._until = thread_time() + SECONDS
        self._steps = steps
        self._printed = 0
        self._made = 0
        self._depth = 0

    def spend(self, *touched: object) -> None:
        """Count a step that looks at `touched`. TooMuch when there are no more, or no more time."""
        self._steps -= 1 + sum(_size(one) // 1000 for one in touched)
        if self._steps < 0 or thread_time() > self._until:
            raise TooMuch("it takes too long")

    def print(self, chunk: str) -> str:
        """Count a piece of the output. TooMuch when it grows too long."""
        self._printed += len(chunk)
        if self._printed > SIZE:
            raise TooMuch(f"it prints more than {SIZE} characters")
        return chunk

    def make(self, value: Any) -> Any:  # noqa: ANN401 - any value
        """Count a value that a step has made, and give it back. TooMuch if it, or all of them, are too large."""
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
        self.missing[str(value._undefined_name)] = None  # noqa: SLF001 - Jinja's own way to know the name

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Within a partial."""
        self.spend()
        self._depth += 1
        if self._depth > DEPTH:
            raise TooMuch("partials call each other without end")
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


def fitting(pieces: Sequence[str], between: str = "") -> Sequence[str]:
    """The pieces, if they are not too long once they are put together."""
    if sum(map(len, pieces)) + len(between) * len(pieces) > SIZE:
        raise TooMuch(f"a value is longer than {SIZE} characters")
    return pieces


def number(value: object) -> int | float:
    """The number, if it is one and not too large."""
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
