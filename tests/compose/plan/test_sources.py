from __future__ import annotations

from typing import Any

import pytest

from replyctl.compose.plan.sources import Sources, check_sets, filled, from_data, from_settings
from replyctl.config.settings import Agent, Company, Settings
from replyctl.errors import UsageError, ValueRefused
from replyctl.library.known_values import KNOWN
from replyctl.library.snippet import Field

FIELDS = {"order": Field(type="order"), "number": Field(type="order"), "name": Field(), "note": Field()}
NAMES = (*FIELDS, *KNOWN, "parts.gift")


@pytest.mark.parametrize("blank", [None, "", "  \t", [], "\u200f\u200b", "\x1b[31m \u202e", "\u3000"])
def test_what_nobody_sees_counts_as_missing(blank: object) -> None:
    assert filled({"a": blank, "b": "x", "c": False, "d": 0}) == {"b": "x", "c": False, "d": 0}


def test_the_first_source_that_has_a_value_counts() -> None:
    sources = Sources(
        data={"a": "data"}, asked={"a": "asked", "b": ""}, config={"b": "config"}, default={"c": "default"}
    )

    assert sources.find("a") == ("data", "data")
    assert sources.find("b") == ("config", "config")
    assert sources.find("c") == ("default", "default")
    assert sources.find("d") is None


def test_whoever_answers_has_seen_what_was_given_and_changed_it() -> None:
    sources = Sources(set={"a": "set"}, data={"a": "data"}, default={"a": "default"})

    assert sources.answered("a", "new").find("a") == ("new", "asked")
    assert sources.answered("a", "").find("a") == ("default", "default")
    assert sources.find("a") == ("set", "set")


@pytest.mark.parametrize(
    ("data", "values"),
    [
        ({"note": "x", "customer": {"name": "Dana"}}, {"note": "x", "customer.name": "Dana"}),
        ({"company": "HomeWorks"}, {"company.name": "HomeWorks"}),
        (
            {"company": {"name": "HomeWorks"}, "parts": {"gift": True}},
            {"company.name": "HomeWorks", "parts.gift": True},
        ),
        ({"title": "Dr", "reply_to": "a@b.example"}, {"customer.title": "Dr", "customer.email": "a@b.example"}),
        ({"note": " ", "customer": {"name": None}}, {}),
        # A mail's order is that of every field of the type, a field's own value is stronger.
        ({"order": "HW-1"}, {"case.order": "HW-1", "order": "HW-1", "number": "HW-1"}),
        ({"order": "HW-1", "number": "HW-2"}, {"case.order": "HW-1", "order": "HW-1", "number": "HW-2"}),
        # A field may be named like a key of `read`.
        ({"name": "Dana"}, {"customer.name": "Dana", "name": "Dana"}),
    ],
)
def test_data_are_fields_and_namespaces_or_what_read_prints(data: dict[str, Any], values: dict[str, Any]) -> None:
    assert from_data(data, FIELDS, NAMES) == (values, ())


def test_keys_that_nobody_knows_are_one_notice_and_an_object_is_no_value() -> None:
    assert from_data({"shoe": 1, "customer": {"hat": 2}, "angry": True}, FIELDS, NAMES) == (
        {},
        ("--data: values that this reply does not use are ignored: shoe, customer.hat",),
    )
    with pytest.raises(ValueRefused, match="note: an object is not a value"):
        from_data({"note": {"a": 1}}, FIELDS, NAMES)


def test_a_key_of_set_that_is_none_brings_the_one_that_was_meant() -> None:
    check_sets({"order": "x"}, NAMES)
    with pytest.raises(UsageError) as told:
        check_sets({"ordr": "x"}, NAMES)
    assert told.value.hint == "did you mean 'order'?"


def test_who_writes_is_configured() -> None:
    settings = Settings(agent=Agent(name="Dana", role=" "), company=Company(url="https://shop.example"))

    assert from_settings(settings, "en") == {"agent.name": "Dana", "company.url": "https://shop.example"}


@pytest.mark.parametrize(("language", "name"), [("he", "דנה"), ("he-IL", "דנה"), ("en", "Dana"), ("zh", "Dana")])
def test_a_name_may_differ_by_language(language: str, name: str) -> None:
    settings = Settings(agent=Agent(name={"en": "Dana", "he": "דנה"}))

    assert from_settings(settings, language) == {"agent.name": name}
