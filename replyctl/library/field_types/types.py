"""All field types in one table: how each is read, its Python type, and how it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from replyctl.library.field_types import choice, simple

if TYPE_CHECKING:
    from replyctl.library.field_types.value import Reading
    from replyctl.library.snippet import Field


class Read(Protocol):
    """Converts a cleaned text to the value that templates see."""

    def __call__(self, text: str, field: Field, reading: Reading, /) -> object:
        """The value. ValueRefused, with a message that says what it should look like."""


class Type(NamedTuple):
    """One field type."""

    read: Read
    gives: str = "str"
    """The value's Python type; our own classes are `Printed` (`value.py`). In templates only str has attributes."""
    lines: bool = False
    """Whether it is typed on several lines."""
    free: bool = False
    """Whether any text is a value."""
    chooses: bool = False
    """Whether it needs `choices`."""
    default: tuple[type, str] | None = None
    """The type of a default in a file if it is not text, and its name in messages."""
    takes: str = ""
    """Example input, shown beside the keys."""
    sample: str = ""
    """A value that shows what a reply looks like; "" where the field's own name does."""


def _in_file(name: str) -> Read:
    """The `read` of that module, imported when called."""

    def read(text: str, field: Field, reading: Reading, /) -> object:
        from importlib import import_module

        value: object = import_module(f"replyctl.library.field_types.{name}").read(text, field, reading)
        return value

    return read


def _money(text: str, _field: Field, reading: Reading) -> object:
    from replyctl.library.field_types import money

    return money.read(text, reading.languages)


def _date(text: str, _field: Field, reading: Reading) -> object:
    from replyctl.library.field_types import date

    return date.read(text, reading.today, reading.weekend, reading.languages)


TYPES: Mapping[str, Type] = {
    "text": Type(simple.any_text, free=True),
    "multiline": Type(simple.any_text, free=True, lines=True),
    "int": Type(simple.whole_number, "int", default=(int, "a whole number"), sample="3"),
    "money": Type(_money, "Money", takes="such as 49.90 EUR", sample="49.90 EUR"),
    "date": Type(_date, "date", takes="2026-12-01, 5 Dec, friday, +3d or +3wd", sample="+3d"),
    "order": Type(simple.order_number, sample="A-1001"),
    "email": Type(simple.email, sample="name@example.com"),
    "phone": Type(simple.phone, sample="+1 202 555 0100"),
    "url": Type(simple.url, sample="https://www.example.com"),
    "choice": Type(choice.one, chooses=True),
    "multi": Type(choice.several, "tuple", chooses=True, lines=True),
    "bool": Type(_in_file("yes_no"), "bool", default=(bool, "true or false"), sample="yes"),
}
"""By name in a snippet file, in the order of the JSON Schema."""
