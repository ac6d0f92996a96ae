"""The reply while it is asked for."""

from __future__ import annotations

import pytest
from making import snippet, start

from replyctl.compose.page.sketch import Sketch
from replyctl.library.snippet import Field, Part

FIELDS = {
    "order": Field(type="order"),
    "fault": Field(),
    "due": Field(type="date"),
    "sum": Field(type="money"),
    "many": Field(type="multi", choices=["one", "two", "three"]),
    "days": Field(type="int"),
    "why": Field(type="choice", choices=["late", "lost"]),
}
BODY = """\
I am sorry that {{ fault | upper }} with order {{ order }}. We pay {{ sum }} by {{ due | date("long") }}.
It takes {{ days }} days for {{ many | join }}.{% if parts.extra %} A gift is inside.{% endif %}
{% if why == 'late' %}It was late.{% else %}It was lost.{% endif %}
"""


def sketched(name: str, text: str, language: str = "en", **given: str) -> Sketch:
    made = start(
        snippet(BODY, subject="Order {{ order }}", fields=FIELDS, parts={"extra": Part()}),
        sets=given,
        language=language,
    )
    found = made.sketch(name, text)
    assert found
    return found


def marks(found: Sketch) -> tuple[list[str], list[str]]:
    body = found.body
    return [body.text[slice(*one)] for one in body.values], [body.text[slice(*one)] for one in body.sentences]


@pytest.mark.parametrize(
    ("name", "text", "value", "sentence"),
    [
        ("order", "", "▮", "I am sorry that … with order ▮."),
        ("order", "HW-1", "HW-1", "I am sorry that … with order HW-1."),
        ("due", "+3wd", "30 November 2026", "We pay … by 30 November 2026."),
        ("due", "+3w", "16 December 2026", "We pay … by 16 December 2026."),
        ("due", "soo", "▮", "We pay … by ▮."),
        ("sum", "49.90 EUR", "€49.90", "We pay €49.90 by …."),
        ("fault", "your vase broke", "YOUR VASE BROKE", "I am sorry that YOUR VASE BROKE with order …."),
        ("days", "3", "3", "It takes 3 days for …."),
        ("days", "", "▮", "It takes ▮ days for …."),
        ("many", "one\nthree", "one and three", "It takes … days for one and three."),
    ],
)
def test_the_value_in_question_is_marked_as_it_will_be_printed(name: str, text: str, value: str, sentence: str) -> None:
    assert marks(sketched(name, text)) == ([value], [sentence])


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("parts.extra", "yes", "A gift is inside."),
        ("why", "late", "It was late."),
        ("customer.name", "Dr. Dana Cohen", "Cohen,"),
        ("customer.name", "", "Hello,"),
    ],
)
def test_where_the_value_cannot_be_seen_the_sentences_that_depend_on_it_are_marked(
    name: str, text: str, sentence: str
) -> None:
    values, sentences = marks(sketched(name, text))

    assert values == []
    assert sentence in sentences


def test_it_says_what_the_finished_reply_will_say() -> None:
    given = {"order": "HW-1", "fault": "it broke", "due": "+3d", "sum": "1 EUR", "many": "one", "why": "late"}
    for language in ("en", "zh", "he"):
        found = sketched("days", "3", language, **given)
        made = start(
            snippet(BODY, subject="Order {{ order }}", fields=FIELDS, parts={"extra": Part()}),
            sets={**given, "days": "3"},
            language=language,
        ).reply()

        assert (found.subject.text, f"{found.body.text}\n") == (made.subject, made.body)


def test_a_text_that_cannot_be_rendered_yet_gives_no_sketch() -> None:
    made = start(snippet("{{ 7 % days }}", fields={"days": Field(type="int")}))

    assert made.sketch("days", "0") is None
    assert made.sketch("days", "3")


def test_no_look_up_is_run_for_a_sketch_and_it_changes_nothing() -> None:
    made = start(snippet("{{ order }}", fields={"order": Field(type="order")}))
    made.sketch("order", "HW-1")

    assert made.missing() == ("order",)
    assert made.answers == {}
