"""Names in the form in which they are compared."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.language.names import plain


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("O’Brien", "obrien"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Zoë", "zoe"),
        ("צ׳רלי", "צרלי"),
        ("בן־דוד", "בן-דוד"),
    ],
)
def test_case_accents_and_apostrophes_do_not_count(word: str, form: str) -> None:
    assert plain(word) == form


@pytest.mark.parametrize("code", ["en", "he", "zh"])
def test_words_of_names_are_kept_in_that_form(code: str) -> None:
    frame = load(code).salutation

    assert frame
    assert all(
        plain(word) == word for word in (*frame.names.particles, *frame.names.short_forms, *frame.names.companies)
    )
