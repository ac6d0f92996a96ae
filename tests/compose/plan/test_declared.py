from __future__ import annotations

import pytest
from making import snippet

from replyctl.compose.plan.declared import Declared
from replyctl.errors import SnippetError, UsageError
from replyctl.library.snippet import Field, FieldType, Part


def test_a_field_of_two_snippets_is_asked_once_and_is_needed_if_one_needs_it() -> None:
    one = snippet(name="one", fields={"order": Field(type="order", optional=True), "a": Field()})
    two = snippet(name="two", fields={"b": Field(), "order": Field(type="order", ask="Which order?")})
    declared = Declared.by([one, two], blank=False)

    assert list(declared.fields) == ["order", "a", "b"]
    assert not declared.fields["order"].optional
    assert declared.fields["order"].ask == "Which order?"


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

    assert Declared.by(snippets, blank=False).conditions == conditions


@pytest.mark.parametrize(("one", "other"), [("date", "text"), ("int", "money")])
def test_one_name_of_two_types_is_told_with_its_owners(one: FieldType, other: FieldType) -> None:
    snippets = [snippet(name=kind, fields={"day": Field(type=kind)}) for kind in (one, other)]
    with pytest.raises(SnippetError) as told:
        Declared.by(snippets, blank=False)

    assert (
        told.value.message
        == f"{one} and {other} cannot be combined: their field 'day' has different types ({one} and {other})"
    )


def test_a_blank_reply_asks_for_its_text() -> None:
    declared = Declared.by([], blank=True)

    assert list(declared.fields) == ["subject", "text"]
    assert declared.field("text").type == "multiline"
    assert declared.field("subject").optional
    assert not Declared.by([], blank=True, headed=True).field("subject").optional


def test_what_can_be_set_are_fields_parts_and_what_every_reply_knows() -> None:
    declared = Declared.by([snippet(fields={"order": Field()}, parts={"gift": Part()})], blank=False)

    assert {"order", "parts.gift", "customer.name", "agent.name"} <= set(declared.names())
    assert declared.field("parts.gift").type == "bool"
    assert declared.field("customer.email").type == "email"


def test_a_default_is_the_replys_languages() -> None:
    fields = {"when": Field(default={"en": "soon enough", "he": "בקרוב"}), "note": Field(default=" ")}
    declared = Declared.by([snippet(fields=fields, parts={"gift": Part(default=True)})], blank=False)

    assert declared.defaults("he")["when"] == "בקרוב"
    assert declared.defaults("zh")["when"] == "soon enough"
    assert declared.defaults("en")["parts.gift"] is True
    assert "note" not in declared.defaults("en")


def test_a_part_that_is_none_is_told_with_the_one_that_was_meant() -> None:
    declared = Declared.by([snippet(parts={"gift": Part()})], blank=False)

    declared.check_switches(["gift", "greeting"])
    with pytest.raises(UsageError) as told:
        declared.check_switches(["gfit"])
    assert told.value.hint == "did you mean 'gift'?"
