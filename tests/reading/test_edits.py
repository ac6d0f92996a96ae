"""One edit that fingers or ears make of a word."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.edits import Letters


@pytest.fixture(scope="module")
def hebrew() -> Letters:
    return Letters(load("he"))


@pytest.mark.parametrize(
    ("slip", "word", "is_one"),
    [
        ("תלונא", "תלונה", True),  # sounds alike
        ("החבשונ", "החשבונ", True),  # two in each other's place
        ("לקוחוות", "לקוחות", True),  # doubled
        ("תיזכורת", "תזכורת", True),  # a weak letter too many
        ("השבונ", "חשבונ", False),
        ("שבונ", "חשבונ", False),  # the first letter is missing
        ("תשלומימ", "תשלום", False),
    ],
)
def test_an_edit_makes_a_slip_of_a_word(hebrew: Letters, slip: str, word: str, is_one: bool) -> None:
    assert hebrew.slips(slip, word) is is_one


def test_a_letter_has_another_form_at_the_end_of_a_word_alone(hebrew: Letters) -> None:
    assert hebrew.put_right("נעימ") == "נעים"
    assert hebrew.put_right("נעםי") == "נעמי"
    assert hebrew.plain("נעים") == "נעימ"
    assert hebrew.run_together("נעיםמכל") == ["נעים", "מכל"]


def test_a_language_without_such_letters_changes_none() -> None:
    english = Letters(load("en"))

    assert english.put_right("lamp") == "lamp"
    assert english.run_together("lamp") == ["lamp"]
