from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.answers import answers
from replyctl.reading.questions import questions
from replyctl.text.cut import cut


def test_a_reply_answers_defers_or_leaves_open_what_was_asked(case: dict[str, Any]) -> None:
    language = load(case["lang"])
    mail, reply = cut(case["mail"], language), cut(case["reply"], language)
    found = answers(mail, questions(mail), reply, refuses=case.get("refuses", False))

    assert [one.status for one in found] == case["status"]
    if "by" in case:
        assert [one.by for one in found] == case["by"]


def test_a_mail_that_asks_nothing_has_no_answers() -> None:
    mail, reply = cut("The kettle came.", load("en")), cut("Hi Dana,\n\nGood to hear.", load("en"))

    assert answers(mail, questions(mail), reply, refuses=False) == []


def test_a_question_is_answered_in_another_language_than_it_was_asked() -> None:
    mail = cut("你好，水壶多少钱？", load("zh"))
    reply = cut("Hi Li Wei,\n\nThe kettle costs 49.90 EUR.", load("en"))
    (found,) = answers(mail, questions(mail), reply, refuses=False)

    assert found.status == "answered"
