from __future__ import annotations

from dataclasses import replace

import pytest
from making import SETTINGS, snippet, start

from replyctl.compose.values.read_values import read_all, read_one, reading
from replyctl.config.settings import Calendar
from replyctl.errors import ValueRefused
from replyctl.library.snippet import Field


@pytest.mark.parametrize(
    ("language", "calendar", "weekend"),
    [
        ("en", Calendar(), {5, 6}),
        ("zh", Calendar(timezone="Asia/Jerusalem"), {5, 6}),
        ("he", Calendar(), {4, 5}),
        ("he", Calendar(weekend=("sunday",)), {6}),
        ("en", Calendar(weekend=("friday", "saturday")), {4, 5}),
    ],
)
def test_the_weekend_is_the_configured_one_else_that_of_the_language(
    language: str, calendar: Calendar, weekend: set[int]
) -> None:
    settings = replace(SETTINGS, calendar=calendar)

    assert reading(start(snippet(), settings=settings, language=language).plan).weekend == weekend


@pytest.mark.parametrize(("text", "value"), [("female", "f"), ("M", "m"), ("unknown", "n")])
def test_a_gender_is_read_from_a_few_words(text: str, value: str) -> None:
    assert read_one(start(snippet()).plan, {}, "customer.gender", text) == value


def test_what_a_value_would_mean_is_checked_by_the_fields_own_template() -> None:
    fields = {
        "low": Field(type="int"),
        "high": Field(type="int", validate="{% if high < low %}less than {{ low }}{% endif %}"),
    }
    made = start(snippet("{{ low }} {{ high }}", fields=fields), sets={"low": "5"})
    seen = read_all(made.plan).scope

    assert read_one(made.plan, seen, "high", "7") == 7
    with pytest.raises(ValueRefused, match="less than 5"):
        read_one(made.plan, seen, "high", "3")
    with pytest.raises(ValueRefused, match="write m, f, or n"):
        read_one(made.plan, seen, "agent.gender", "x")


def test_a_value_that_does_not_fit_is_told_by_its_name_whoever_gave_it() -> None:
    one = snippet("{{ days }}", fields={"days": Field(type="int")})

    for given in ({"sets": {"days": "many"}}, {"data": {"days": "many"}}):
        with pytest.raises(ValueRefused, match=r"days: 'many': not a whole number"):
            start(one, **given)
