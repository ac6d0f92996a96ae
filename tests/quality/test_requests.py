"""`suggest` keeps to what README.md says of it, on requests that became no asks."""

from __future__ import annotations

import pytest

from replyctl.library.find import Library
from replyctl.library.search.rank import Search
from tests.quality.labelled import LANGUAGES
from tests.quality.requests import held_out, mails, ranked

LIBRARY = Library.open([])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_snippet_is_mostly_first_and_nearly_always_among_three(language: str) -> None:
    result = ranked(Search.of(LIBRARY), held_out(language))

    assert result.first >= 0.85, "\n".join(result.faults)
    assert result.three >= 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_snippet_that_answers_a_whole_mail_is_first_or_among_three(language: str) -> None:
    result = ranked(Search.of(LIBRARY), mails(language))

    assert result.first >= 0.85, "\n".join(result.faults)
    assert result.three >= 0.95


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_request_that_is_measured_is_an_ask(language: str) -> None:
    asks = {(snippet.name, ask.strip()) for snippet in LIBRARY.all() for ask in dict(snippet.asks)[language]}

    assert asks.isdisjoint((name, request) for (name,), request in held_out(language))
    assert {name for (name,), _ in held_out(language)} == set(LIBRARY.names())
