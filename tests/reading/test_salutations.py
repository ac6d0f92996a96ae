from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.salutations import greetings, sign_offs
from replyctl.text.cut import cut

FIRST = "Hi Diane,\n\nYour lamp ships on Friday.\n\n"


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("Dear Ms Chen,\n\nThe label is inside.\n", ["Dear Ms Chen"]),
        ("Hello!\n\nThe label is inside, in the lid.\n", ["Hello"]),
        ("Dear me, that was late.\n", []),
        ("Good evening,\nDana\n", []),
    ],
)
def test_a_line_that_greets_within_a_message_is_a_second_greeting(more: str, found: list[str]) -> None:
    piece = cut(FIRST + more, load("en"))

    assert [piece.text[start:end] for start, end in greetings(piece)] == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("Best wishes,\nDana\n\nKind regards,\nDana Levi", ["Kind regards"]),
        ("Thanks again,\nKind regards,\nDana", []),
        ("This is what the card says:\nBest wishes\n\nKind regards,\nDana", []),
    ],
)
def test_a_sign_off_behind_another_is_a_second_one(more: str, found: list[str]) -> None:
    piece = cut(FIRST + more, load("en"))

    assert [piece.text[start:end] for start, end in sign_offs(piece)] == found
