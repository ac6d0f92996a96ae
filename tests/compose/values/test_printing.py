from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from replyctl.compose.values.printing import LanguagePrinter, printer, tongue
from replyctl.errors import LanguageError
from replyctl.library.field_types.money import Money


@pytest.mark.parametrize(
    ("tag", "value", "shown"),
    [
        ("en", "as it is", "as it is"),
        ("en", True, "yes"),
        ("he", False, "לא"),
        ("zh", 14, "14"),
        ("en", date(2026, 11, 25), "Wednesday, 25 November 2026"),
        ("zh", date(2026, 11, 25), "2026 年 11 月 25 日星期三"),
        ("he", Money(Decimal("49.90"), "EUR"), "49.90 €"),
        ("en", ("a", "b", "c"), "a, b and c"),
        ("en", ("a",), "a"),
        ("en", (), ""),
        ("zh", ("水壶", "烤箱"), "水壶和烤箱"),
        ("he", ("קומקום", "טוסטר"), "קומקום וטוסטר"),
        ("he", ("קומקום", "iPad"), "קומקום ו-iPad"),
    ],
)
def test_a_value_is_printed_as_the_replys_language_does(tag: str, value: object, shown: str) -> None:
    assert printer(tag).text(value) == shown


def test_what_is_not_meant_to_be_printed_is_told() -> None:
    with pytest.raises(TypeError):
        printer("en").text(object())
    with pytest.raises(TypeError, match="not a date"):
        printer("en").date("soon")
    with pytest.raises(ValueError, match="long"):
        printer("en").date(date(2026, 11, 25), "tiny")
    with pytest.raises(TypeError, match="not an amount"):
        printer("en").money("5")


@pytest.mark.parametrize(("tag", "shown"), [("en-US", "Wednesday, November 25, 2026"), ("en-GB", "25 November 2026")])
def test_a_region_writes_a_date_its_own_way(tag: str, shown: str) -> None:
    made: LanguagePrinter = printer(tag)

    assert made.regional
    assert made.date(date(2026, 11, 25)).endswith(shown)


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("en", "25 November 2026"),
        ("en-US", "November 25, 2026"),
        ("he", "25 בנובמבר 2026"),
    ],
)
def test_a_long_date_is_written_in_the_order_of_one_with_its_weekday(tag: str, shown: str) -> None:
    assert printer(tag).date(date(2026, 11, 25), "long") == shown


def test_in_no_language_nobody_is_greeted() -> None:
    assert tongue("zh-Hant")[0].code == "zh"
    with pytest.raises(LanguageError):
        tongue("und")
