from __future__ import annotations

import pytest
from making import snippet

from replyctl.compose.form import Form
from replyctl.errors import SnippetError, UsageError
from replyctl.library.snippet import Field, FieldType, Part


def test_a_field_of_two_snippets_is_asked_once_and_is_needed_if_one_needs_it() -> None:
    one = snippet(name="one", fields={"order": Field(type="order", optional=True), "a": Field()})
    two = snippet(name="two", fields={"b": Field(), "order": Field(type="order", ask="Which order?")})
    form = Form.of([one, two], blank=False)

    assert list(form.fields) == ["order", "a", "b"]
    assert not form.fields["order"].optional
    assert form.fields["order"].ask == "Which order?"


@pytest.mark.parametrize(
    ("whens", "conditions"),
    [
        ((None, "parts.gift"), {}),
        (("parts.gift", "b"), {"a": ("parts.gift", "b")}),
        (("parts.gift",), {"a": ("parts.gift",)}),
    ],
)
def test_a_field_is_asked_if_any_of_the_snippets_asks_it(
    whens: tuple[str | None, ...], conditions: dict[str, tuple[str, ...]]
) -> None:
    snippets = [snippet(name=f"s{number}", fields={"a": Field(when=when)}) for number, when in enumerate(whens)]

    assert Form.of(snippets, blank=False).conditions == conditions


@pytest.mark.parametrize(("one", "other"), [("date", "text"), ("int", "money")])
def test_one_name_of_two_types_is_told_with_its_owners(one: FieldType, other: FieldType) -> None:
    snippets = [snippet(name=kind, fields={"day": Field(type=kind)}) for kind in (one, other)]
    with pytest.raises(SnippetError) as told:
        Form.of(snippets, blank=False)

    assert (
        told.value.message
        == f"{one} and {other} do not go together: the types of their field 'day' are {one} and {other}"
    )


def test_a_blank_reply_asks_for_its_text() -> None:
    form = Form.of([], blank=True)

    assert list(form.fields) == ["subject", "text"]
    assert form.declared("text").type == "multiline"
    assert form.declared("subject").optional


def test_what_can_be_set_are_fields_parts_and_what_every_reply_knows() -> None:
    form = Form.of([snippet(fields={"order": Field()}, parts={"gift": Part()})], blank=False)

    assert {"order", "parts.gift", "customer.name", "agent.name"} <= set(form.names())
    assert form.declared("parts.gift").type == "bool"
    assert form.declared("customer.email").type == "email"


def test_a_default_is_the_replys_languages() -> None:
    fields = {"when": Field(default={"en": "soon enough", "he": "בקרוב"}), "note": Field(default=" ")}
    form = Form.of([snippet(fields=fields, parts={"gift": Part(default=True)})], blank=False)

    assert form.defaults("he")["when"] == "בקרוב"
    assert form.defaults("zh")["when"] == "soon enough"
    assert form.defaults("en")["parts.gift"] is True
    assert "note" not in form.defaults("en")


def test_a_part_that_is_none_is_told_with_the_one_that_was_meant() -> None:
    form = Form.of([snippet(parts={"gift": Part()})], blank=False)

    form.check_switches(["gift", "greeting"], ("greeting", "offer"))
    with pytest.raises(UsageError) as told:
        form.check_switches(["gfit"], ("greeting", "offer"))
    assert told.value.hint == "did you mean 'gift'?"
