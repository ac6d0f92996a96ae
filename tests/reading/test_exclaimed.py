from __future__ import annotations

import pytest

from replyctl.reading.exclaimed import ends_a_name, exclaimed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We have seats for Oliver! on the 19th.", {"Oliver"}),
        ("Is Mamma Mia!, the musical, still on?", {"Mia"}),
        ("Thanks! We are glad. Great! See you.", set()),
        ("Help! 3 of them broke", {"Help"}),
    ],
)
def test_a_name_ends_with_a_mark_where_the_sentence_goes_on(text: str, names: set[str]) -> None:
    assert exclaimed([text]) == names


def test_a_mark_behind_such_a_name_is_no_mark_of_the_author() -> None:
    assert ends_a_name("Your seats for Oliver!", 21, frozenset({"Oliver"}))
    assert not ends_a_name("Your seats are free!", 19, frozenset({"Oliver"}))
    assert not ends_a_name("!", 0, frozenset({"Oliver"}))
