"""A merge tag or a placeholder given as a value is a missing value, wherever it comes from."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from making import FRAME, SETTINGS, snippet, start

from replyctl.config.settings import Agent
from replyctl.errors import MissingValues, Unfilled
from replyctl.library.snippet import Field

if TYPE_CHECKING:
    from pathlib import Path

    from replyctl.compose.composition import Composition

NAME = "{{ contact.name }}"


def missing(made: Composition) -> tuple[str, ...]:
    with pytest.raises(MissingValues) as caught:
        made.reply()
    return caught.value.missing


@pytest.mark.parametrize(
    "name",
    [
        *("{{ contact.name }}", "Ms. {{ last_name }}", "[First Name]", "FNAME", "*|FNAME|*", "<%= name %>", "«Name»"),
        *("__NAME__", "%name%", "${name}", "{name}", "<name>", "INSERT_NAME_HERE", "Customer Name", "TBD", "XXX"),
        *("【姓名】", "客户姓名", "XX先生", "[שם]", "שם הלקוח", '"[Name]"'),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh", "he"])
def test_a_hole_is_no_name(name: str, language: str) -> None:
    made = start(snippet(), sets={"customer.name": name}, language=language)

    assert missing(made) == ("customer.name",)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("order", "{{ order.name }}"),
        ("order", "#{ticket.number}"),
        ("date", "DD/MM/YYYY"),
        ("money", "$X.XX"),
        ("int", "[X]"),
        ("text", "[X] days"),
        ("text", "TODO"),
        ("email", "{{ticket.from_email}}"),
        ("url", "https://shop.example/{{ id }}"),
        ("phone", "XXX-XXX-XXXX"),
        ("choice", "{{ size }}"),
        ("multi", ["red", "{{ colour }}"]),
        ("multiline", "[Name]"),
    ],
)
def test_a_hole_is_no_value_of_any_type(kind: Any, value: Any) -> None:  # noqa: ANN401 - a literal, and JSON's kinds
    one = snippet("{{ field }}", fields={"field": Field(type=kind, choices=["S", "M"] if kind == "choice" else [])})

    assert missing(start(one, data={"field": value, "customer": {"name": "Ann"}})) == ("field",)


def test_all_that_is_unfilled_is_named_at_once_with_what_stands_there() -> None:
    one = snippet("{{ why }} {{ note }}", fields={"why": Field(), "note": Field(optional=True)})
    made = start(one, sets={"why": "[reason]", "note": "TBD", "customer.title": "{{ title }}"})

    assert missing(made) == ("why", "note", "customer.title")
    with pytest.raises(MissingValues, match=r"why \('\[reason\]' is an unfilled placeholder\)"):
        made.reply()


def test_what_is_configured_looked_up_or_a_default_is_judged_too(tmp_path: Path) -> None:
    script = tmp_path / "shop.py"
    script.write_text(f"print({json.dumps(json.dumps({'customer': {'name': NAME}}))})")
    settings = replace(
        SETTINGS,
        agent=Agent(name="[Your name]", contact="care@homeworks.example"),
        look_up={"order": (sys.executable, "-I", str(script), "{order}")},
    )
    fields = {"order": Field(type="order"), "by": Field(default="DD/MM/YYYY")}
    made = start(snippet("{{ order }} {{ by }}", fields=fields), settings=settings, sets={"order": "HW-1"})

    assert missing(made) == ("by", "customer.name", "agent.name")


def test_it_is_asked_again_with_the_reason_and_an_answer_counts() -> None:
    made = start(snippet("{{ why }}", fields={"why": Field()}), sets={"why": "[reason]", "customer.name": NAME})

    asked = {prompt.name: prompt for prompt in made.open()}
    assert list(asked) == ["customer.name", "why"]
    assert asked["customer.name"].answered is None
    assert asked["customer.name"].refused == f"'{NAME}' is an unfilled placeholder"
    answered = made.answer("customer.name", "Ann Frey").answer("why", "rain")
    assert answered.open() == ()
    assert answered.reply().body.startswith("Hi Ann,")


@pytest.mark.parametrize(("name", "text"), [("customer.name", NAME), ("why", "[reason]"), ("customer.gender", "{g}")])
def test_a_hole_is_no_answer(name: str, text: str) -> None:
    made = start(snippet("{{ why }}", fields={"why": Field()}))

    with pytest.raises(Unfilled, match="placeholder"):
        made.answer(name, text)


def test_who_passes_over_the_name_is_asked_no_more() -> None:
    made = start(snippet(), sets={"customer.name": NAME}).answer("customer.name", "")

    assert made.reply().body.startswith("Hello,")


def test_what_the_customer_wrote_is_no_value_to_fill_in() -> None:
    case = {"subject": "What is {{ product.title }}?", "incoming": "I see [Name].", "prompts": ["Why [Name]?"]}
    made = start(snippet(), data={"case": case, "customer": {"name": "Ann"}})

    assert made.reply().body


def test_what_is_known_of_the_case_is_missing_only_where_it_is_printed() -> None:
    data = {"case": {"ticket": "{{ticket.id}}"}, "customer": {"name": "Ann"}}

    assert start(snippet(), data=data).reply().body
    assert missing(start(snippet("Ticket {{ case.ticket }}."), data=data)) == ("case.ticket",)


def test_a_choice_that_the_snippet_offers_is_no_hole() -> None:
    one = snippet("Size {{ size }}.", fields={"size": Field(type="choice", choices=["XL", "XXX"])})

    assert start(one, sets={"size": "xxx"}, without=FRAME).reply().body == "Size XXX.\n"


@pytest.mark.parametrize(
    "text", ['you saw "{{ product.title }}" on the page', "`{{ name }}` is code", "a shirt of size XXL", "none"]
)
def test_what_is_quoted_or_only_looks_like_a_hole_is_a_value(text: str) -> None:
    assert start(snippet("{{ why }}", fields={"why": Field()}), sets={"why": text}, without=FRAME).reply()


def test_of_several_lines_only_a_hole_and_nothing_else_is_missing() -> None:
    made = start(
        blank=True,
        sets={"subject": "Lamp", "text": "Your lamp left us.\n\nIt arrives on [date].", "customer.name": "Ann"},
    )

    assert "[date]" in made.reply().body  # lint tells it there


@pytest.mark.parametrize("name", ["-", "n/a", "info@acme.com", "p.ross", "Customer", "客户", "לקוח", "+972 3 555 0100"])
@pytest.mark.parametrize(("language", "greeting"), [("en", "Hello,"), ("zh", "您好："), ("he", "שלום רב,")])
def test_a_name_that_names_nobody_brings_the_neutral_greeting_and_a_notice(
    name: str, language: str, greeting: str
) -> None:
    made = start(snippet(), sets={"customer.name": name}, language=language)

    assert made.reply().body.splitlines()[0] == greeting
    assert made.nobody == f"customer.name: '{name}' is not a person's name, so the greeting is neutral"
    assert "name" not in made.reply().context.get("customer", {})


@pytest.mark.parametrize(
    "values", [{"customer.name": "Dr."}, {"customer.name": "Acme Ltd"}, {"customer.name": "Ann"}, {}]
)
def test_a_name_that_is_one_brings_no_notice(values: dict[str, str]) -> None:
    assert start(snippet(), sets=values).nobody == ""


def test_parts_given_apart_count_before_a_name_that_is_none() -> None:
    made = start(snippet(), sets={"customer.name": "info@acme.com", "customer.given": "Ann", "customer.family": "Frey"})

    assert made.reply().body.startswith("Hi Ann,")
    assert made.nobody == ""


def test_an_agent_without_a_name_is_missing() -> None:
    assert missing(start(snippet(), sets={"agent.name": "-", "customer.name": "Ann"})) == ("agent.name",)
