from __future__ import annotations

from typing import Any

import pytest

from replyctl.language import load
from replyctl.reading.greeting import addressed, slip
from replyctl.text.cut import cut


def test_a_greeting_names_whom_it_names(case: dict[str, Any]) -> None:
    piece = cut(
        case["text"] + "\n\n" + {"en": "It ships.", "zh": "已发货。", "he": "נשלח היום."}[case["lang"]],
        load(case["lang"]),
    )
    greeted = addressed(piece)

    assert (None if greeted is None else list(greeted.words)) == case["words"]
    if greeted and greeted.words:
        assert piece.text[greeted.start :].startswith(case.get("from", case["words"][0]))


@pytest.mark.parametrize(
    ("word", "name", "right"),
    [
        ("Diana", "Diane", True),
        ("Smiht", "Smith", False),
        ("Smyth", "Smith", True),
        ("Katherine", "Catherine", True),
        ("Dana", "Dana", False),
        ("Ann", "Anna", False),
        ("Robert", "Sandra", False),
        ("דניאל", "דניאלה", True),
    ],
)
def test_a_slip_is_a_letter_or_two(word: str, name: str, right: bool) -> None:
    assert slip(word, name) is right
