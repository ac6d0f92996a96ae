from __future__ import annotations

from dataclasses import asdict

import pytest

from replyctl.library.snippet import Field, Part, Snippet, Source, Text, from_plain, is_template, localized, nearest


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Order", "he", "Order"),
        (None, "he", ""),
        ({"en": "Order", "he": "הזמנה"}, "he", "הזמנה"),
        ({"en": "Order", "zh": "订单"}, "zh-Hant", "订单"),
        ({"en": "Order", "zh": "订单", "zh-Hant": "訂單"}, "zh-Hant", "訂單"),
        ({"en": "Order", "zh": "订单"}, "he", "Order"),
        ({"zh": "订单", "he": "הזמנה"}, "en", "订单"),
        ({}, "en", ""),
    ],
)
def test_a_reader_gets_the_nearest_words(text: str | dict[str, str] | None, language: str, words: str) -> None:
    assert localized(text, language) == words


@pytest.mark.parametrize(
    ("texts", "tag", "found"),
    [
        ("en zh he", "zh", "zh"),
        ("en zh", "zh-Hant", "zh"),
        ("en zh zh-Hant", "zh-Hant-TW", "zh-Hant"),
        ("en-GB he", "en", "en-GB"),
        ("en-GB he", "en-US", "en-GB"),
        ("en he", "EN_us", "en"),
        ("en he", "zh", None),
        ("", "en", None),
    ],
)
def test_the_nearest_text_serves_a_language(texts: str, tag: str, found: str | None) -> None:
    assert nearest(dict.fromkeys(texts.split()), tag) == found


def test_a_default_is_made_of_others_where_it_has_a_tag() -> None:
    assert all(map(is_template, ("{{ a }}", "a{% if b %}c{% endif %}", "{# a #}")))
    assert not any(map(is_template, ("{a}", "50 %", "", None, 3, ["{{ a }}"])))


def test_a_snippet_survives_as_plain_data() -> None:
    snippet = Snippet(
        name="order-delayed",
        title={"en": "Order", "he": "הזמנה"},
        kind="answer",
        text={"zh": Text(subject="订单", body="周一到。")},
        fields={"days": Field(type="int", default=3)},
        parts={"gift": Part(ask="A gift?")},
        source=Source(system="zendesk", id="007"),
    )

    assert from_plain(asdict(snippet)) == snippet
