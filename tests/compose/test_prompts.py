from __future__ import annotations

from dataclasses import replace

import pytest
from making import SETTINGS, snippet, start

from replyctl.compose.prompts import Prompt, hint
from replyctl.config.settings import Agent
from replyctl.errors import ValueRefused
from replyctl.library.snippet import Field, Part


def never(_text: str) -> None:
    raise ValueRefused("not an order number")


@pytest.mark.parametrize(
    ("prompt", "text", "said"),
    [
        (Prompt("order", "Order"), "HW-1", None),
        (Prompt("order", "Order", validator=never), "x", "not an order number"),
        (Prompt("order", "Order", validator=never), " ", "not an order number"),
        (Prompt("order", "Order", validator=never, optional=True), " ", None),
        (Prompt("order", "Order", validator=never, default="HW-1"), "", None),
        (Prompt("order", "Order", validator=never, optional=True), "x", "not an order number"),
    ],
)
def test_an_answer_is_taken_or_refused_with_its_message(prompt: Prompt, text: str, said: str | None) -> None:
    assert prompt.check(text) == said


def names(*args: object, **keys: object) -> list[str]:
    return [one.name for one in start(*args, **keys).prompts()]  # type: ignore[arg-type] # as start takes them


def test_parts_are_asked_before_the_first_field_that_depends_on_one() -> None:
    fields = {"a": Field(), "b": Field(when="parts.gift"), "c": Field()}
    one = snippet(
        "{{ a }}{% if parts.gift %}{{ b }}{% endif %}{{ c }}", fields=fields, parts={"gift": Part(default=True)}
    )

    assert names(one) == ["customer.name", "a", "parts.gift", "b", "c", "agent.name"]
    assert names(one, without=["gift"]) == ["customer.name", "a", "c", "parts.gift", "agent.name"]


def test_what_a_template_turns_out_to_print_is_asked_too() -> None:
    assert names(snippet("{{ company.url }}"))[-1] == "company.url"


@pytest.mark.parametrize(("reader", "prompt"), [("he", "מספר הזמנה"), ("zh", "订单号"), ("", "Order number")])
def test_the_agent_is_asked_in_the_agents_language(reader: str, prompt: str) -> None:
    ask = {"en": "Order number", "zh": "订单号", "he": "מספר הזמנה"}
    one = snippet("{{ order }}", fields={"order": Field(ask=ask)})
    made = start(one, settings=replace(SETTINGS, language=reader), language="en")

    assert made.prompts()[1].ask == prompt


def test_a_question_offers_what_is_known_as_an_agent_would_type_it() -> None:
    fields = {
        "due_date": Field(type="date", default="+3wd"),
        "wants": Field(type="multi", choices=["a", "b"], other=True),
        "sure": Field(type="bool", default=True, optional=True),
    }
    made = start(snippet("{{ due_date }}{{ wants }}{{ sure }}", fields=fields), data={"wants": ["a", "b"]})
    asked = {one.name: one for one in made.prompts()}

    assert (asked["due_date"].ask, asked["due_date"].default, asked["due_date"].answered) == (
        "due date",
        "+3wd",
        None,
    )
    assert (asked["wants"].answered, asked["wants"].choices, asked["wants"].other) == ("a\nb", ("a", "b"), True)
    assert (asked["sure"].default, asked["sure"].optional) == ("yes", True)
    assert asked["due_date"].check("never") is not None


def test_what_is_missing_is_told_with_how_to_give_it() -> None:
    assert hint(("agent.name",)) == "replyctl config set agent.name …"
    assert hint(("order", "fault")) == "set each value, as in --set order=…"
    assert "--set order=…" in hint(("agent.name", "order"))
    assert "config set agent.name" in hint(("agent.name", "order"))


def test_without_a_name_of_ones_own_it_is_asked_last() -> None:
    assert names(snippet(), settings=replace(SETTINGS, agent=Agent())) == ["customer.name", "agent.name"]


def test_a_date_and_an_amount_are_shown_as_the_reply_prints_them() -> None:
    fields = {"due": Field(type="date"), "sum": Field(type="money"), "what": Field(), "days": Field(type="int")}
    made = start(snippet("{{ due }} {{ sum }} {{ what }} {{ days }}", fields=fields))
    printed = {one.name: one.printed for one in made.prompts()}

    assert printed["due"]("+3wd") == "Monday, 30 November 2026"
    assert printed["sum"]("49.90 EUR") == "€49.90"
    assert printed["due"]("soon") == printed["what"]("soon") == printed["days"]("3") == ""
