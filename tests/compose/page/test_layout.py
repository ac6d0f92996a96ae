from __future__ import annotations

from dataclasses import replace

import pytest
from making import SETTINGS, snippet, start

from replyctl.compose.composition import Composition
from replyctl.compose.page.layout import Page, lay_out
from replyctl.compose.values.read_values import read_all
from replyctl.config.settings import Agent, Wording
from replyctl.errors import TemplateError
from replyctl.library.snippet import Field


def laid_out(made: Composition) -> Page:
    return lay_out(made.plan, read_all(made.plan))


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        ("en", "Hi Diane,", "help@homeworks.example"),
        ("zh", "Diane，您好：", "help@homeworks.example"),
        ("he", "שלום Diane,", "help@homeworks.example"),
    ],
)
def test_a_reply_goes_from_the_greeting_to_the_signature(language: str, first: str, last: str) -> None:
    made = start(snippet("It ships."), sets={"customer.name": "Diane"}, language=language)
    reply = laid_out(made).reply
    assert reply is not None
    lines = reply.body.splitlines()

    assert (lines[0], lines[-1]) == (first, last)
    assert "\n\nIt ships.\n\n" in reply.body
    assert reply.body.endswith("\n")
    assert not any(line != line.rstrip() for line in lines)


def test_what_is_missing_is_told_and_there_is_no_half_of_a_reply() -> None:
    made = start(snippet("{{ a }} {{ company.url }}", fields={"a": Field()}), settings=replace(SETTINGS, agent=Agent()))

    assert laid_out(made) == (("a", "agent.name", "company.url"), None, False)


def test_a_template_that_fails_on_what_is_not_there_yet_waits_for_it() -> None:
    made = start(snippet("{{ a.split()[0] }} {{ a - 1 }}", fields={"a": Field()}))

    assert laid_out(made).missing == ("a",)
    with pytest.raises(TemplateError):
        laid_out(start(snippet("{{ a - 1 }}", fields={"a": Field()}), sets={"a": "x"}))


def test_a_subject_is_one_line_and_the_first_snippets() -> None:
    made = start(
        snippet(subject="Order\n {{ a }}", name="one", fields={"a": Field()}), snippet(name="two"), sets={"a": "HW-1"}
    )
    reply = laid_out(made).reply
    assert reply is not None

    assert reply.subject == "Order HW-1"


@pytest.mark.parametrize("piece", ["greeting", "introduction", "offer", "closing", "signature"])
def test_a_piece_that_somebody_else_adds_is_left_out_and_told(piece: str) -> None:
    whole = laid_out(start(snippet("It ships."))).reply
    part = laid_out(start(snippet("It ships."), without=[piece])).reply
    assert whole is not None
    assert part is not None

    assert len(part.body) < len(whole.body)
    assert part.left_out == (piece,)
    assert whole.left_out == ()


def test_a_greeting_that_needs_an_unknown_name_is_the_languages_own() -> None:
    settings = replace(SETTINGS, salutation={"en": Wording(greeting="Ahoy {{ customer.name }}!")})

    def first(**sets: str) -> str:
        reply = laid_out(start(snippet("It ships."), settings=settings, sets=sets)).reply
        assert reply is not None
        return reply.body.splitlines()[0]

    assert first(**{"customer.name": "Diane"}) == "Ahoy Diane!"
    assert first() == "Hello,"


def test_who_is_known_is_not_introduced_again() -> None:
    again = laid_out(start(snippet("It ships."), data={"case": {"first_contact": False}})).reply
    assert again is not None

    assert "My name is" not in again.body


def test_a_field_that_is_not_in_use_must_not_be_printed() -> None:
    with pytest.raises(TemplateError, match="its `when` condition is false"):
        laid_out(start(snippet("{{ a }}", fields={"a": Field(when="false")})))
