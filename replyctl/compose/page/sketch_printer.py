"""Prints values like the language's own printer, and marks the value in question.

The value in question and stand-ins for missing ones are objects of their own; the printer knows them again, wherever a
template prints them, and conditions see ordinary values.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from replyctl.library.field_types.types import TYPES
from replyctl.library.field_types.value import Printed, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.compose.values.printing import LanguagePrinter

OPEN, SHUT = "\ue000", "\ue001"
"""Around the value in question: of the private use area, so that a reply that holds them is marked amiss, no more."""


class SketchPrinter:
    """Prints like the language's own printer, and the values in question in their own way."""

    def __init__(self, own: LanguagePrinter) -> None:
        self._own = own
        self._stands: dict[int, str] = {}
        self._asked: set[int] = set()
        self._kept: list[object] = []  # so that no other object gets the identity of one of them

    def text(self, value: object) -> str:
        """As `Printer`."""
        return self._placed(value, self._own.text(value))

    def date(self, value: object, style: str = "") -> str:
        """As `Printer`."""
        return self._placed(value, self._own.date(value, style))

    def money(self, value: object) -> str:
        """As `Printer`."""
        return self._placed(value, self._own.money(value))

    def join(self, items: Sequence[str]) -> str:
        """As `Printer`."""
        return self._own.join(items)

    def standing(self, kind: str, text: str, *, asked: bool) -> Value:
        """A stand-in that prints `text`; `asked` if it is the value in question."""
        value = _SAMPLES.get(TYPES[kind].gives, _Words)(text)
        self._stands[id(value)] = text
        self._kept.append(value)
        return self.marked(Value(value, "asked")) if asked else Value(value, "asked")

    def marked(self, value: Value) -> Value:
        """The value in question, printed between marks. What prints yes or no shows in other words only."""
        if isinstance(value.value, bool):
            return value
        if isinstance(value.value, tuple):
            first, *rest = map(str, value.value or ("",))
            items = (OPEN + first, *rest[:-1], rest[-1] + SHUT) if rest else (f"{OPEN}{first}{SHUT}",)
            return value._replace(value=items)
        copy = value.value if id(value.value) in self._stands else _copied(value.value)
        self._asked.add(id(copy))
        self._kept.append(copy)
        return value._replace(value=copy)

    def _placed(self, value: object, printed: str) -> str:
        text = self._stands.get(id(value), printed)
        return f"{OPEN}{text}{SHUT}" if id(value) in self._asked else text


class _Whole(int):
    """A whole number that is itself and no other."""


class _Words(str):
    """A text that is itself and no other."""

    __slots__ = ()


def _amount(_text: str) -> object:
    from decimal import Decimal

    from replyctl.library.field_types.money import Money

    return Money(Decimal(1), "EUR")


_SAMPLES = {
    "tuple": lambda text: (text,),
    "date": lambda _text: date(2000, 1, 1),
    "int": lambda _text: _Whole(2),
    "bool": lambda _text: False,
    "Money": _amount,
}
"""Values that stand in for one that is missing, by the Python type of its field."""


def _copied(value: object) -> object:
    if isinstance(value, str):
        return _Words(value)
    if isinstance(value, int):
        return _Whole(value)
    if isinstance(value, date):
        return value.replace()
    return replace(value) if isinstance(value, Printed) else value  # type: ignore[type-var] # our own are dataclasses
