from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.promised import promised
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("code", "text", "things"),
    [
        ("en", "The money will be in your account within 48 hours.", ["money"]),
        ("en", "Your new delivery date is Friday, 4 December 2026.", ["delivery"]),
        ("en", "You will hear from us by Tuesday.", ["answer"]),
        ("en", "If it is missing, I will refund it within two days.", []),
        ("en", "Will the money be there within 48 hours?", []),
        ("en", "The money will be there.", []),
        ("zh", "款项会在 48 小时内退回您的付款账户。", ["money"]),
        ("zh", "¥49 已按原付款方式退回，最迟 2026 年 12 月 8 日到账。", ["money"]),
        ("zh", "预计七到十个工作日内送到您手中。", ["delivery"]),
        ("zh", "如果太晚，我会在 48 小时内退款。", []),
        ("he", "הכסף יהיה בחשבון שלך תוך 48 שעות.", ["money"]),
        ("he", "תאריך האספקה החדש הוא יום שלישי, 23 בנובמבר 2027.", ["delivery"]),
        ("he", "אם זה מאוחר מדי, אחזיר את הסכום תוך 48 שעות.", []),
    ],
)
def test_what_is_promised_for_a_time_is_read(code: str, text: str, things: list[str]) -> None:
    assert [one.thing for one in promised(cut(text, load(code)))] == things


def test_two_promises_for_the_same_time_have_the_same_words() -> None:
    one, two = (next(promised(cut(text, load("en")))) for text in ("The money will be there within 48 hours.", "Your refund will arrive within 48 hours."))  # fmt: skip

    assert one.when == two.when == ("48", "hours")
