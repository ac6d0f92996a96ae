"""What stands beside a word: a blank, a mark, or the beginning of a clause or a line."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.neighbours import begins_clause, begins_line, is_joined, is_small
from replyctl.text.cut import Cut, cut


def piece(text: str) -> Cut:
    return cut(text, load("en"))


@pytest.mark.parametrize(("text", "joined"), [("so it", True), ("so  it", True), ("so-it", False), ("so (it", False)])
def test_words_are_joined_by_blanks_alone(text: str, joined: bool) -> None:
    found = piece(text)

    assert is_joined(found, found.words.index("it")) is joined


def test_the_first_word_is_joined_to_none() -> None:
    assert not is_joined(piece("so it"), 0)


@pytest.mark.parametrize(
    ("text", "clause", "line"),
    [
        ("lamps ship", True, True),
        ("It is done. lamps ship", True, True),
        ("We know that lamps ship", True, False),
        ("We pack lamps today", False, False),
    ],
)
def test_a_clause_begins_behind_some_words_and_at_a_line(text: str, clause: bool, line: bool) -> None:
    found = piece(text)
    at = found.words.index("lamps")

    assert (begins_clause(found, at), begins_line(found, at)) == (clause, line)


def test_a_name_is_not_written_in_small_letters() -> None:
    found = piece("the Lamp")

    assert [is_small(found, at) for at in (found.words.index("the"), found.words.index("lamp"))] == [True, False]
