"""A typed value stands in its sentence as if the snippet's author had written it there."""

from __future__ import annotations

import pytest
from making import body

from replyctl.library.snippet import Field


@pytest.mark.parametrize(
    ("language", "template", "typed", "prints"),
    [
        ("en", "I am sorry: {{ a }}. It is our fault.", "The vase broke.", "I am sorry: The vase broke. It is our fault."),
        ("en", "I am sorry that {{ a }}, and I ask you to wait.", "The vase broke!", "I am sorry that the vase broke, and I ask you to wait."),
        ("en", "I will {{ a }} and write to you.", "check the lamp.", "I will check the lamp and write to you."),
        ("en", "It is late because {{ a }}.", "Your oak came late", "It is late because your oak came late."),
        ("en", "We sent it to {{ a }}, as you asked.", "Acme Inc.", "We sent it to Acme Inc., as you asked."),
        ("en", "We sent it to {{ a }}.", "Acme Inc.", "We sent it to Acme Inc."),
        ("en", "We sent it to {{ a }}, as you asked.", "a friend in the U.S.", "We sent it to a friend in the U.S., as you asked."),
        ("en", "It went to {{ a }} yesterday.", "Will Smith", "It went to Will Smith yesterday."),
        ("en", "{{ a }} It will be fine.", "The shop is open.", "The shop is open. It will be fine."),
        ("en", "{{ a }}\n\nBye", "The shop is open.", "The shop is open.\n\nBye"),
        ("en", "Is it true that {{ a }}?", "the lamp works.", "Is it true that the lamp works?"),
        ("zh", "很抱歉，{{ a }}。这是我们的责任。", "花瓶碎了。", "很抱歉，花瓶碎了。这是我们的责任。"),
        ("zh", "我会{{ a }}，并告诉您。", "请技术员核对。", "我会请技术员核对，并告诉您。"),
        ("he", "הסיבה: {{ a }}.", "האגרטל נשבר.", "הסיבה: האגרטל נשבר."),
        ("he", "נפגשים ב-{{ a }}.", "חיפה", "נפגשים בחיפה."),
        ("he", "נפגשים ב{{ a }}.", "HomeWorks", "נפגשים ב-HomeWorks."),
        ("he", "תקף ל-{{ a }} דקות.", "30", "תקף ל-30 דקות."),
    ],
)  # fmt: skip
def test_a_clause_loses_what_only_a_sentence_has(language: str, template: str, typed: str, prints: str) -> None:
    assert body(template, {"a": Field()}, sets={"a": typed}, language=language) == prints
