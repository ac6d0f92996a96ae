from __future__ import annotations

from typing import Any

import pytest

from replyctl.errors import ValueRefused
from replyctl.language import load
from replyctl.library.field_types.money import printed, read


def test_a_sum_is_read_with_its_currency_and_printed_as_each_language_does(case: dict[str, Any]) -> None:
    languages = [one.formats for code in (case["lang"], "en") if (one := load(code).salutation)]
    typed = str(case["typed"])
    if "refused" in case:
        with pytest.raises(ValueRefused) as told:
            read(typed, languages)
        assert case["refused"] in told.value.message
        return
    money = read(typed, languages)
    assert str(money) == case["sum"]
    for code, shown in case["prints"].items():
        assert printed(money, load(code).babel) == shown


def test_nothing_invisible_is_printed() -> None:
    languages = [one.formats for code in ("he", "en") if (one := load(code).salutation)]

    assert printed(read("1234.50 ILS", languages), "he").replace("₪", "").isascii()
