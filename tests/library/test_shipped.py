"""The shipped library is whole: every file reads, in every language."""

from __future__ import annotations

import pytest

from replyctl import language
from replyctl.library.find import Library
from replyctl.library.snippet import Snippet

LIBRARY = Library.open([])
SNIPPETS = [pytest.param(snippet, id=snippet.name) for snippet in LIBRARY.all()]
EXPECTED = {
    "ask-for-details",
    "custom-order-status",
    "damaged-item",
    "installation-appointment",
    "looking-into-it",
    "order-delayed",
    "password-reset-help",
    "refund-approved",
    "refusal-out-of-warranty",
    "several-questions",
    "thanks-for-praise",
    "ticket-picked-up",
}


def test_the_library_holds_what_is_promised() -> None:
    assert set(LIBRARY.names()) >= EXPECTED
    assert LIBRARY.broken == ()


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_every_language_has_text_title_asks_and_golden_examples(snippet: Snippet) -> None:
    for tag in language.available():
        assert tag in snippet.text
        assert tag in snippet.title
        assert tag in (snippet.notes or ())
        assert len(dict(snippet.asks)[tag]) >= 5
        assert len(snippet.examples[tag]) >= 2
        for one in (*snippet.fields.values(), *snippet.parts.values()):
            assert tag in (one.ask or ()), "what an agent is asked, in the agent's language"
    assert snippet.owner
    assert snippet.review_by


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_each_field_has_an_example_and_each_part_is_shown_on_and_off(snippet: Snippet) -> None:
    assert [name for name, field in snippet.fields.items() if field.example is None] == []
    for tag, examples in snippet.examples.items():
        for name, part in snippet.parts.items():
            shown = {one.get("parts", {}).get(name, part.default) for one in examples}
            assert shown == {True, False}, f"{name} in {tag}"
