from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from making import SETTINGS, snippet, start

from replyctl.cli import reply_lint
from replyctl.compose.start import HowAnswered
from replyctl.errors import MissingValues
from replyctl.library.snippet import Field
from replyctl.mail.case import CustomerCase

if TYPE_CHECKING:
    from replyctl.compose.composition import Composition

ASKED = {
    "en": ("When does my lamp come?", "How do I change the address?", "Can I pay by card?"),
    "zh": ("我的台灯什么时候到？", "怎么修改收货地址？", "可以刷卡吗？"),
    "he": ("מתי המנורה תגיע?", "איך משנים את הכתובת?", "אפשר לשלם בכרטיס?"),
}
ANSWERS = {
    "en": ("It will be with you on Friday, 4 December 2026.", "In your account, under Addresses."),
    "zh": ("会在 2026 年 12 月 4 日星期五送到。", "在“我的账户”的“收货地址”里修改。"),
    "he": ("היא תגיע ביום שישי, 4 בדצמבר 2026.", "בחשבון שלך, תחת כתובות."),
}
BY = {
    "en": "write to you by Friday, 27 November 2026",
    "zh": "最迟在 2026 年 11 月 27 日星期五给您答复",
    "he": "ואכתוב לך עד יום שישי, 27 בנובמבר 2026",
}
HOW_LONG = snippet("Lamps are made in three days.", name="how-long")
ORDER = snippet(
    "Order {{ order }} ships {{ day }}.", name="ships", fields={"order": Field(type="order"), "day": Field()}
)


def mail(language: str) -> CustomerCase:
    return CustomerCase(
        name="Diane", language=language, own_text=" ".join(ASKED[language]), questions=ASKED[language],
        reply_subject="Re: HW-659", order="HW-659",
    )  # fmt: skip


def typed(language: str) -> Composition:
    first, second, third = ASKED[language]
    how = (HowAnswered(first), HowAnswered(second), HowAnswered(third, later=True))
    made = start(mail=mail(language), questions=how)
    for name, text in zip(
        ("question_1_answer", "question_2_answer", "question_3_date"), (*ANSWERS[language], "2026-11-27"), strict=True
    ):
        made = made.answer(name, text)
    return made


@pytest.mark.parametrize("language", ASKED)
def test_each_question_is_quoted_with_its_answer_under_it(language: str) -> None:
    reply = typed(language).reply()
    quotes = [reply.body.index(f"> {one}\n\n") for one in ASKED[language]]
    answers = [reply.body.index(one) for one in (*ANSWERS[language], BY[language])]

    assert reply.subject == "Re: HW-659"
    in_turn = sorted([*quotes, *answers])
    assert (in_turn[::2], in_turn[1::2]) == (quotes, answers)


@pytest.mark.parametrize("language", ASKED)
def test_lint_has_nothing_to_say_of_it(language: str) -> None:
    found = reply_lint.looked(typed(language).reply(), SETTINGS)

    assert {one.rule for one in found.problems} <= {"subject-front"}
    assert {one.status for one in found.answers} <= {"answered", "deferred"}


def test_none_can_be_forgotten() -> None:
    how = tuple(HowAnswered(one, later=number == 2) for number, one in enumerate(ASKED["en"]))

    with pytest.raises(MissingValues) as told:
        start(mail=mail("en"), questions=how).reply()
    assert told.value.missing == ("question_1_answer", "question_2_answer", "question_3_date")


def test_snippets_answer_too_and_each_stands_once() -> None:
    first, second, third = ASKED["en"]
    how = (HowAnswered(first, ("how-long",)), HowAnswered(second, ("ships",)), HowAnswered(third, ("how-long",)))
    reply = start(HOW_LONG, ORDER, mail=mail("en"), questions=how, sets={"day": "today"}).reply()

    assert (
        f"> {first}\n\n> {third}\n\nLamps are made in three days.\n\n> {second}\n\nOrder HW-659 ships today.\n\n"
        in reply.body
    )
    assert reply.body.count("Lamps are made") == 1


def test_the_questions_are_asked_in_their_order() -> None:
    first, second, third = ASKED["en"]
    how = (HowAnswered(first), HowAnswered(second, ("ships",)), HowAnswered(third, later=True))
    names = [one.name for one in start(ORDER, mail=mail("en"), questions=how).prompts()]

    assert names[1:5] == ["question_1_answer", "order", "day", "question_3_date"]
