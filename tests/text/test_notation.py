from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.text.cut import cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.language import Language

MANY = "|".join(f"word{number}" for number in range(5))


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("we|our|the|your|their team ~has|have ~not|never called", "Our team called, their team has never called", 2),
        ("~we ~do ~not ~really know", "We do not really know. Know. We really know. They know", 4),
        (f"{MANY} {MANY} end", "word0 word4 end, word4 end, word9 word0 end", 1),
        (f"{MANY} _ {MANY}", "word1 any word2, word1 word2", 1),
        ("in|out of stock", "in of stock, out of stock, in stock", 2),
        ("§id shipped", "Order HW-659 shipped", 1),
        ("it's here", "It’s here, it's here, its here", 2),
        ("WE ARE", "we are", 1),
    ],
)
def test_a_phrase_is_found_however_many_wordings_it_has(
    tongue: Callable[..., Language], phrase: str, text: str, found: int
) -> None:
    assert len(cut(text, tongue({"list": {"find": [phrase]}})).find("list")) == found


def test_the_same_phrase_in_two_lists_is_found_in_both(tongue: Callable[..., Language]) -> None:
    piece = cut(
        "I will call.", tongue({"one": {"find": ["will call"]}, "other": {"find": {"~i will call": "promise"}}})
    )

    assert [hit.first for hit in piece.find("one")] == [1]
    assert [(hit.first, hit.value) for hit in piece.find("other")] == [(0, "promise")]


@pytest.mark.parametrize(
    ("phrase", "value", "text", "better"),
    [
        ("+thank|tell ya", "_ you", "I will tell ya.", "tell you"),
        ("the said +order|last invoice", "the _ invoice", "The said last invoice is paid.", "the last invoice"),
        ("+we|i goofed +here|there", "_ made a mistake _", "We goofed there.", "we made a mistake there"),
        ("1 + 1", "both", "Take 1 + 1 today.", "both"),
    ],
)
def test_a_value_repeats_the_words_that_had_to_stand_there(
    tongue: Callable[..., Language], phrase: str, value: str, text: str, better: str
) -> None:
    (hit,) = cut(text, tongue({"list": {"find": {phrase: value}}})).find("list")

    assert hit.value == better
