from __future__ import annotations

from typing import Any

import pytest

from replyctl.language import load
from replyctl.reading.matter import matter_of, weight
from replyctl.text.cut import cut


def matter(text: str, code: str) -> frozenset[str]:
    piece = cut(text, load(code), whole=False)
    return matter_of(piece, 0, len(piece.words))


def test_two_sentences_share_matter_where_they_speak_of_one_thing(case: dict[str, Any]) -> None:
    shared = matter(case["one"], case["lang"]) & matter(case["other"], case["lang"])

    assert bool(shared) is case["shared"]


@pytest.mark.parametrize(("text", "code"), [("Can you do it?", "en"), ("请问可以吗？", "zh"), ("אפשר בבקשה?", "he")])
def test_what_is_only_polite_is_about_nothing(text: str, code: str) -> None:
    assert matter(text, code) == frozenset()


def test_a_single_character_says_half_of_what_a_word_does() -> None:
    assert weight(frozenset({"kettle", "leaks"})) == 2
    assert weight(frozenset({"水壶", "壶"})) == 1.5
    assert weight(frozenset()) == 0
