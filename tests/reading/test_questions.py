from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.questions import questions
from replyctl.text.cut import cut


def test_what_a_customer_asks_is_told_apart_with_its_kind(case: dict[str, Any]) -> None:
    mail = cut(case["text"], load(case["lang"]))
    found = questions(mail)

    assert [[question.text, question.kind] for question in found] == case["questions"]
    assert all(question.text.startswith(mail.text[question.start : question.end].rstrip(" ,，")) for question in found)
