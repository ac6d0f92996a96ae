from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from replyctl.errors import ValueRefused
from replyctl.language import load
from replyctl.library.field_types.date import known, printed, read

TODAY = date(2026, 11, 25)


def test_a_date_is_read_as_agents_type_it(case: dict[str, Any]) -> None:
    languages = [one.formats for code in (case["lang"], "en") if (one := load(code).salutation)]
    weekend = case.get("weekend", [5, 6])
    if "refused" in case:
        with pytest.raises(ValueRefused) as told:
            read(case["typed"], TODAY, weekend, languages)
        assert case["refused"] in told.value.message
    else:
        assert read(case["typed"], TODAY, weekend, languages).isoformat() == case["day"]


@pytest.mark.parametrize(
    ("style", "locale", "shown"),
    [
        ("full", "en", "Wednesday, November 25, 2026"),
        ("long", "en_GB", "25 November 2026"),
        ("long", "zh", "2026年11月25日"),
        ("long", "he", "25 בנובמבר 2026"),
        ("EEEE", "he", "יום רביעי"),
        ("long", "en_XX", "November 25, 2026"),
    ],
)
def test_a_date_is_printed_as_people_there_write_it(style: str, locale: str, shown: str) -> None:
    assert printed(TODAY, style, locale) == shown


def test_a_region_that_nobody_knows_is_its_languages() -> None:
    assert known("en_XX") == "en"
    assert known("en_GB") == "en_GB"
