"""The shipped library is whole: every file reads, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from replyctl import language
from replyctl.library.find import Library
from replyctl.library.read import read

FOLDER = Path(__file__).parents[2] / "snippets"
FILES = sorted(FOLDER.rglob("*.yaml"))
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
    library = Library.open([])
    assert set(library.names()) >= EXPECTED
    assert library.broken == ()


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_language_has_text_title_asks_and_golden_examples(path: Path) -> None:
    snippet = read(path)
    for tag in language.available():
        assert tag in snippet.text
        assert tag in snippet.title
        assert tag in snippet.asks
        assert len(snippet.examples[tag]) >= 2
        for one in (*snippet.fields.values(), *snippet.parts.values()):
            assert tag in (one.ask or ()), "what an agent is asked, in the agent's language"
    assert snippet.owner
    assert snippet.review_by
