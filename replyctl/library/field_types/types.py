"""Every type of field, in one table: how it is read, what it gives, and how it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from replyctl.library.field_types import choice, simple

if TYPE_CHECKING:
    from replyctl.library.field_types.value import Reading
    from replyctl.library.snippet import Field


class Read(Protocol):
    """From a text, cleaned, to the value that templates see."""

    def __call__(self, text: str, field: Field, reading: Reading, /) -> object:
        """The value. ValueRefused, with a message that says what it should look like."""


class Type(NamedTuple):
    """What the program knows of one type."""

    read: Read
    gives: str = "str"
    """The value's Python type; one of its own prints itself (`Printed` in `value.py`). Only a str has something behind a dot, a bool is turned with one key."""
    lines: bool = False
    """Whether it is typed in several lines."""
    free: bool = False
    """Whether any text is a value."""
    chooses: bool = False
    """Whether it needs `choices`."""
    default: tuple[type, str] | None = None
    """What a file's default must be where it is no text, and how people call that."""
    takes: str = ""
    """What can be typed, said beside the keys."""


def _in_file(name: str) -> Read:
    """The `read` of that file here, which is loaded when it is called."""

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
    "int": Type(simple.whole_number, "int", default=(int, "a whole number")),
    "money": Type(_money, "Money", takes="such as 49.90 EUR"),
    "date": Type(_date, "date", takes="2026-12-01, +3d, +3wd or friday"),
    "order": Type(simple.order_number),
    "email": Type(simple.email),
    "phone": Type(simple.phone),
    "url": Type(simple.url),
    "choice": Type(choice.one, chooses=True),
    "multi": Type(choice.several, "tuple", chooses=True, lines=True),
    "bool": Type(_in_file("yes_no"), "bool", default=(bool, "true or false")),
}
"""By the name that a snippet's file calls it, in the order of the JSON Schema."""
