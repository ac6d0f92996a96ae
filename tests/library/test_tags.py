from __future__ import annotations

import pytest

from replyctl.errors import SnippetError
from replyctl.library.tags import check
from replyctl.yamlfile import parse


def said(text: str) -> list[tuple[str, str]]:
    tree = parse(text, "a.yaml", SnippetError)
    return [(str(error), error.hint) for error in check(tree)]


@pytest.mark.parametrize("tag", ["en", "zh", "he", "zh-Hant", "zh-Hant-TW", "en-GB", "he-IL", "en-001"])
def test_a_tag_of_our_languages_is_right(tag: str) -> None:
    assert said(f"text: {{{tag}: x}}") == []


@pytest.mark.parametrize(
    ("tag", "message", "hint"),
    [
        ("EN", "the language tag 'EN' is misspelt", "write en"),
        ("zh_hant", "the language tag 'zh_hant' is misspelt", "write zh-Hant"),
        ("en-gb", "the language tag 'en-gb' is misspelt", "write en-GB"),
        ("english", "'english' is not a language tag", ""),
        ("fr", "no language data for 'fr'", "known: en, he, zh"),
    ],
)
def test_one_that_is_misspelt_or_not_ours_is_told_with_the_right_one(tag: str, message: str, hint: str) -> None:
    ((error, told),) = said(f"text: {{{tag}: x}}")

    assert error == f"a.yaml:1:8: {message}"
    assert hint in told


@pytest.mark.parametrize(
    "text",
    [
        "title: {EN: x}",
        "notes: {EN: x}",
        "asks: {EN: [x]}",
        "fields: {a: {ask: {EN: x}}}",
        "fields: {a: {example: {EN: x}}}",
        "fields: {a: {default: {EN: x}}}",
        "fields: {a: {choices: [b, {EN: x}]}}",
        "parts: {a: {ask: {EN: x}}}",
    ],
)
def test_wherever_people_are_spoken_to_the_tags_are_looked_at(text: str) -> None:
    assert [hint for _, hint in said(text)] == ["write en"]


def test_an_example_is_in_a_language_that_has_a_text() -> None:
    assert said("text: {en: x}\nexamples: {he: []}") == [("a.yaml:2:12: no text in 'he'", "known: en")]
