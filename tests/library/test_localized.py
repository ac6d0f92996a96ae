from __future__ import annotations

import pytest

from replyctl.library.localized import localized, nearest


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
