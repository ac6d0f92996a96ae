"""Apostrophes that are too much in a plural, or missing in what somebody has."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.apostrophes import misplaced
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("All guest's are welcome.", ["_ guests"]),
        ("Both shoe's are here.", ["_ shoes"]),
        ("Your parcels weight is 2 kg.", ["parcel's _"]),
        ("All guests are welcome.", []),
        ("All today's orders are here.", []),
        ("Your parcel's weight is 2 kg, as the parts list says.", []),
        ("Two l's are in it.", []),
    ],
)
def test_an_apostrophe_is_held_against_the_words_around_it(text: str, better: list[str]) -> None:
    assert [hit.value for hit in misplaced(cut(text, load("en")))] == better
