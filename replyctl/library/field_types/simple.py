"""The types recognised by their form (numbers, addresses, links), and plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.errors import ValueRefused
from replyctl.library.localized import localized
from replyctl.pattern import fits

if TYPE_CHECKING:
    from replyctl.library.field_types.value import Reading
    from replyctl.library.snippet import Field


def any_text(text: str, _field: Field, _reading: Reading) -> object:
    """The text itself."""
    return text


def whole_number(text: str, _field: Field, _reading: Reading) -> object:
    """An int. ValueRefused, as all of these."""
    if not re.fullmatch(r"[+-]?\d{1,15}", text):
        raise ValueRefused("not a whole number: write it in digits, like 14")
    return int(text)


def order_number(text: str, field: Field, reading: Reading) -> object:
    """An order number, without `#`."""
    order = text.removeprefix("#").strip()
    if not re.fullmatch(r"[^\W_](?:[\w./# -]{0,62}\w)?", order):
        raise ValueRefused("not an order number: letters, digits and hyphens, for example HW-659")
    if reading.order_patterns and not fits(order, reading.order_patterns):
        known = " or ".join(reading.order_patterns)
        raise ValueRefused(f"order numbers here look like {known}{such_as(field, reading)}")
    return order


def email(text: str, _field: Field, _reading: Reading) -> object:
    """An e-mail address."""
    if not re.fullmatch(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\".]{2,}", text):
        raise ValueRefused("not an e-mail address: write it like name@example.com")
    return text


def phone(text: str, _field: Field, _reading: Reading) -> object:
    """A telephone number."""
    if not re.fullmatch(r"(?=(?:\D*\d){3})[+*(]?\d[\d\s()./-]{1,29}", text):
        raise ValueRefused("not a telephone number: digits with +, spaces or hyphens, for example +972 3 555 0100")
    return text


def url(text: str, _field: Field, _reading: Reading) -> object:
    """A link."""
    if not re.fullmatch(r"https?://[^\s/?#<>\"]+\.[^\s<>\"]+|https?://localhost\S*", text):
        raise ValueRefused("not a link: it begins with https:// and holds no spaces")
    return text


def such_as(field: Field, reading: Reading) -> str:
    """The field's example, as the end of a message."""
    example = localized(field.example, reading.language)
    return f", for example {example}" if example else ""
