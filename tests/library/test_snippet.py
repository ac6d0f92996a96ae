from __future__ import annotations

from dataclasses import asdict

import pytest

from replyctl.library.snippet import Field, Part, Snippet, Source, Text, from_plain, localized


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
