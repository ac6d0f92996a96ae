"""Characters in the place of others: only where they are parts of no other words."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.homophones import homophones
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("包裹以经寄出", ["已_"]),
        ("我们已安排维休", ["_修"]),
        ("可以经过前台", []),  # two words side by side
        ("以 经", []),
        ("所以经理来电", []),
    ],
)
def test_a_character_that_sounds_like_the_right_one_is_seen_where_it_makes_no_word(
    text: str, better: list[str]
) -> None:
    assert [hit.value for hit in homophones(cut(text, load("zh")))] == better


def test_a_language_with_word_breaks_has_none() -> None:
    assert homophones(cut("Their are no such words.", load("en"))) == []
