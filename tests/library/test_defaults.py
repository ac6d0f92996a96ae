from __future__ import annotations

import pytest

from replyctl.errors import SnippetError
from replyctl.library.defaults import check, default
from replyctl.yamlfile import parse
from replyctl.yamlfile.tree import Tree


def field(text: str) -> Tree:
    return parse(f"fields: {{a: {text}}}", "a.yaml", SnippetError)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{default: soon}", "soon"),
        ("{type: int, default: 3}", 3),
        ("{type: bool, default: true}", True),
        ("{type: money, default: 5 EUR}", "5 EUR"),
        ("{type: order, default: 0123}", "0123"),
        ("{type: date, default: +3wd}", "+3wd"),
        ("{type: multi, choices: [a, b], default: [a, b]}", ["a", "b"]),
        ("{default: {en: soon, he: בקרוב}}", {"en": "soon", "he": "בקרוב"}),
        ("{type: int}", None),
        ("", None),
    ],
)
def test_a_default_is_what_is_written_in_the_type_of_its_field(text: str, value: object) -> None:
    assert list(check(field(text))) == []
    assert default(field(text), "a") == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{type: int, default: three}", "'default' must be a whole number"),
        ("{type: int, default: true}", "'default' must be a whole number"),
        ("{type: bool, default: maybe}", "'default' must be true or false"),
        ("{default: [a, b]}", "only a field of type 'multi' can have several defaults"),
        ("{type: choice}", "a field of type 'choice' needs 'choices'"),
        ("{choices: [a]}", "only fields of type choice and multi take 'choices'"),
        ("{type: date, other: true}", "only fields of type choice and multi take 'other'"),
        ("{type: choice, choices: [a, b], default: c}", "'c' is not one of the choices"),
        ("{type: choice, choices: [{en: red, he: אדום}], default: blue}", "'blue' is not one of the choices"),
        ("{pattern: 'HW-('}", "not a regular expression"),
        ("{optional: yes}", "'optional' must be true or false, not 'yes'"),
    ],
)
def test_what_does_not_fit_together_is_told(text: str, said: str) -> None:
    (error,) = check(field(text))

    assert said in error.message
    assert error.place is not None
    assert error.place.line == 1


@pytest.mark.parametrize(
    "text",
    [
        "{type: choice, choices: [a], other: true, default: z}",
        "{type: choice, choices: [{en: red, he: אדום}], default: אדום}",
    ],
)
def test_a_default_may_be_free_text_or_a_choice_in_any_language(text: str) -> None:
    assert list(check(field(text))) == []


def test_a_part_is_on_or_off() -> None:
    (error,) = check(parse("parts: {gift: {default: on}}", "a.yaml", SnippetError))

    assert (error.message, error.hint) == ("'default' must be true or false, not 'on'", "write true")
