"""What is spelt wrong: each place once, whoever finds it."""

from __future__ import annotations

from replyctl.language import load
from replyctl.reading.misspelt import misspelt
from replyctl.text.cut import cut


def test_what_is_listed_is_not_guessed_at_again() -> None:
    assert [hit.value for hit in misspelt(cut("感谢您的建意，包裹以经寄出", load("zh")))] == ["建议", "已_"]


def test_a_listed_slip_that_is_parts_of_other_words_is_none() -> None:
    assert misspelt(cut("新建意见箱", load("zh"))) == []
