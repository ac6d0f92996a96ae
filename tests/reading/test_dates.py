from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from replyctl.language import load
from replyctl.reading.dates import WrittenDate, written
from replyctl.text.cut import cut

NOW = date(2026, 11, 25)


def test_dates_are_read_with_the_weekday_beside_them(case: dict[str, Any]) -> None:
    piece = cut(case["text"], load(case["lang"]))
    found = [
        [case["text"][slice(*piece.normal.span(one.start, one.end))], one.year, one.month, one.day, one.weekday]
        for one in written(piece)
    ]

    assert found == case["dates"]


@pytest.mark.parametrize(
    ("year", "month", "day", "meant"),
    [
        (None, 11, 30, date(2026, 11, 30)),
        (None, 1, 4, date(2027, 1, 4)),
        (None, 2, 29, date(2028, 2, 29)),
        (2025, 1, 4, date(2025, 1, 4)),
        (2026, 2, 30, None),
    ],
)
def test_a_date_without_a_year_is_the_nearest(year: int | None, month: int, day: int, meant: date | None) -> None:
    now = date(2027, 12, 1) if day == 29 else NOW

    assert WrittenDate(0, 0, year, month, day, None).on(now) == meant


def test_without_a_year_and_a_now_nobody_knows_the_day() -> None:
    one = WrittenDate(0, 0, None, 11, 30, None)

    assert one.on(None) is None
    assert not one.is_certain(date(2026, 11, 30), None)
    assert one.is_certain(date(2026, 11, 30), NOW)
    assert not one.is_certain(date(2026, 5, 1), NOW)
    assert one._replace(year=2020).is_certain(date(2020, 11, 30), NOW)
