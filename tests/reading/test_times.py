from __future__ import annotations

from typing import Any

import pytest

from replyctl.language import load
from replyctl.reading.times import ahead, concrete, neighbours, promised_for, promises
from replyctl.text.cut import cut


def test_a_sentence_names_a_time_and_promises_or_does_not(case: dict[str, Any]) -> None:
    piece = cut(case["text"], load(case["lang"]))
    sentence = piece.sentences[-1]
    found = {
        "concrete": concrete(piece, sentence),
        "ahead": ahead(piece, sentence),
        "promises": promises(piece, sentence),
    }

    assert {name for name, holds in found.items() if holds} == set(case["says"])


@pytest.mark.parametrize(
    ("code", "text", "date", "promised"),
    [
        ("en", "We will ship the lamp on 20 November.", "20 November", True),
        ("en", "On 20 November, we will ship the lamp.", "20 November", True),
        ("en", "We will look into the order of 20 November.", "20 November", False),
        ("en", "The lamp that left us on 20 November will arrive.", "20 November", False),
        ("en", "We charged your card on 20 November, and will pay it back.", "20 November", False),
        ("en", "We will pay it back within 3 days of 20 November.", "20 November", False),
        ("en", "It left us (20 November) and will arrive soon.", "20 November", False),
        ("en", "Within 3 days of 20 November we will pay it back.", "20 November", False),
        ("zh", "我们将于11月20日发货。", "11月20日", True),
        ("zh", "您11月20日的订单将会发货。", "11月20日", False),
        ("he", "נשלח את המנורה ב-20 בנובמבר.", "20 בנובמבר", True),
        ("he", "נבדוק את ההזמנה מיום 20 בנובמבר.", "20 בנובמבר", False),
    ],
)
def test_a_date_is_the_promises_or_belongs_to_a_thing(code: str, text: str, date: str, promised: bool) -> None:
    piece = cut(text, load(code))
    start = piece.text.index(date)

    assert bool(list(promised_for(piece, piece.sentences[-1], [(start, start + len(date))]))) is promised


def test_a_time_may_follow_the_promise_in_the_next_sentence_of_the_line() -> None:
    piece = cut("We will call you. On Friday, that is.\n\nGood bye.", load("en"))
    first, second, third = piece.sentences[:3]

    assert neighbours(piece, first) == [first, second]
    assert neighbours(piece, second) == [second]
    assert neighbours(piece, third) == [third]
