from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.clauses import clause, denied
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "word", "is_denied"),
    [
        ("We will never ship it.", "ship", True),
        ("We don't ship on Sunday.", "ship", True),
        ("We can't find it, so please ship another.", "ship", False),
        ("It did not arrive but we ship another.", "ship", False),
        ("We ship it and not the lamp.", "ship", False),
    ],
)
def test_a_word_that_denies_reaches_to_the_end_of_its_clause(text: str, word: str, is_denied: bool) -> None:
    piece = cut(text, load("en"), whole=False)
    at = piece.words.index(word)

    assert denied(piece, piece.sentences[0], at, at + 1) is is_denied


def test_a_clause_ends_at_its_marks_and_joints() -> None:
    piece = cut("It broke, we are sorry but we ship another: today.", load("en"), whole=False)
    at = piece.words.index("ship")

    first, last = clause(piece, piece.sentences[0], at, at + 1)

    assert piece.words[first:last] == ["we", "ship", "another"]
