from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.steps import in_prose, paragraphs
from replyctl.text.cut import cut


def test_the_steps_of_a_paragraph_are_counted(case: dict[str, Any]) -> None:
    piece = cut(case["text"], load(case["lang"]))

    assert [[found.number, piece.text[found.start : found.end]] for found in in_prose(piece)] == case["steps"]


def test_paragraphs_hold_the_bodys_own_sentences() -> None:
    text = "Hi Dana,\n\nOne. Two.\n\n1. a list\n2. no paragraph\n\nThree.\n> quoted\nFour.\n\nKind regards,\nNoa"
    piece = cut(text, load("en"))

    assert [[piece.text[one.start : one.end] for one in paragraph] for paragraph in paragraphs(piece)] == [
        ["One", "Two"],
        ["Three", "Four"],
    ]
