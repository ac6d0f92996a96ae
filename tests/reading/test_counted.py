"""Single things behind words that count several, and several behind words that count one."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.counted import miscounted
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Two week ago it was sent.", ["_ weeks"]),
        ("One of our driver was there.", ["_ drivers"]),
        ("Both box are here.", ["_ boxes"]),
        ("We ship every days.", ["_ day"]),
        ("Two weeks ago one of our drivers was there.", []),
        ("A two week delay is likely.", []),
        ("We print each orders page.", []),
    ],
)
def test_a_noun_is_held_against_what_counts_it(text: str, better: list[str]) -> None:
    assert [hit.value for hit in miscounted(cut(text, load("en")))] == better


@pytest.mark.parametrize(("code", "text"), [("zh", "两个星期前。"), ("he", "לפני שבועיים.")])
def test_a_language_without_regular_endings_is_not_judged(code: str, text: str) -> None:
    assert miscounted(cut(text, load(code))) == []
