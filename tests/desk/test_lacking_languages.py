from __future__ import annotations

import json
from typing import Any

import pytest

from replyctl.desk.lacking_languages import lacking
from replyctl.errors import SnippetError
from replyctl.yamlfile import parse

BOTH = {"en": {}, "he": {}}


def told(**data: Any) -> list[str]:  # noqa: ANN401 - any snippet
    tree = parse(json.dumps(data), "a.yaml", SnippetError)
    return [one.message for one in lacking(tree)]


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        ({"text": BOTH, "title": "One for all"}, []),
        ({"text": BOTH, "title": {"en": "a"}}, ["'title' lacks 'he'"]),
        ({"text": {"en": {}}, "title": {"en": "a", "he": "b", "zh": "c"}}, ["'text' lacks 'he' and 'zh'"]),
        ({"text": BOTH, "asks": {"he": ["a"]}}, ["'asks' lacks 'en'"]),
        ({"text": BOTH, "fields": {"order": {"ask": {"en": "a"}}}}, ["'fields.order.ask' lacks 'he'"]),
        ({"text": BOTH, "fields": {"a": {"choices": [{"en": "a"}, "b"]}}}, ["'fields.a.choices.0' lacks 'he'"]),
        ({"text": BOTH, "parts": {"gift": {"ask": {"he": "a"}}}}, ["'parts.gift.ask' lacks 'en'"]),
        ({"text": {"en-GB": {}}, "title": {"en": "a"}}, []),
        ({"text": "wrong", "title": {"en": "a"}}, []),
    ],
)
def test_a_language_that_is_spoken_elsewhere_is_missed(data: dict[str, Any], messages: list[str]) -> None:
    assert told(**data) == messages
