"""Clauses of another language inside a sentence; lint/cases/grammar.yaml has them in mails."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.foreign_clause import foreign_clauses
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Your order 订单已经发货了 and arrives today.", ["订单已经发货了"]),
        ("en", "Your order 订单 and the shop 王小明文具商店 arrive today.", []),
        ("en", "Your parcel ההזמנה שלך כבר נשלחה today, thanks.", ["ההזמנה שלך כבר נשלחה"]),
        ("en", "您的订单已经发货了", []),
        ("zh", "您的订单 has already been shipped today。", []),
    ],
)
def test_a_clause_is_found_only_where_a_sentence_goes_on_around_it(language: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in foreign_clauses(cut(text, load(language), whole=False))] == found
