from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from replyctl.library.build import schema
from replyctl.library.field_types.money import Money
from replyctl.library.field_types.types import TYPES
from replyctl.library.field_types.value import Reading, read
from replyctl.library.snippet import Field

READING = Reading(today=date(2026, 11, 25), weekend=frozenset({5, 6}), language="he")
TYPED = {
    "text": ("as it is", "as it is"),
    "multiline": ("a\nb", "a\nb"),
    "int": ("14", 14),
    "money": ("49.90 EUR", Money(Decimal("49.90"), "EUR")),
    "date": ("+1d", date(2026, 11, 26)),
    "order": ("#HW-1", "HW-1"),
    "email": ("a@b.example", "a@b.example"),
    "phone": ("+972 3 555 0100", "+972 3 555 0100"),
    "url": ("https://a.example", "https://a.example"),
    "choice": ("red", "אדום"),
    "multi": ("red", ("אדום",)),
    "bool": ("כן", True),
}


@pytest.mark.parametrize("name", TYPES)
def test_each_type_gives_what_the_table_says(name: str) -> None:
    typed, value = TYPED[name]
    found = read(typed, Field(type=name, choices=[{"en": "red", "he": "אדום"}]), READING)

    assert (found, type(found).__name__) == (value, TYPES[name].gives)


def test_editors_are_offered_the_types_of_the_table() -> None:
    assert schema()["$defs"]["Field"]["properties"]["type"]["enum"] == list(TYPES)
