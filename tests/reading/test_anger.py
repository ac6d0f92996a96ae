"""Angry mails, and mails that only complain."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.anger import angry
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("code", "text", "is_angry"),
    [
        ("en", "This is unacceptable!! I demand a refund.", True),
        ("en", "WHERE IS MY ORDER??? I WANT MY MONEY BACK", True),
        ("en", "You are f***ing useless", True),
        ("en", "I am disappointed. Could you help?", False),
        ("en", "URGENT: please call me", False),
        ("en", "My order is late, when will it come?", False),
        ("he", "זו בושה וחרפה, אני דורשת החזר מיד", True),
        ("he", "ההזמנה מאחרת, מתי היא תגיע?", False),
        ("zh", "你们是骗子！我要投诉", True),
        ("zh", "请问我的订单HW-123什么时候到？", False),
    ],
)
def test_one_weak_sign_is_no_anger(code: str, text: str, is_angry: bool) -> None:
    assert angry(cut(text, load(code))) == is_angry
