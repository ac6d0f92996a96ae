from __future__ import annotations

import json

import pytest

from replyctl.language import load
from replyctl.reading import fit
from replyctl.reading.candidates import Candidates
from replyctl.reading.fit import Signs, left_open, signs
from replyctl.reading.questions import questions
from replyctl.text.cut import cut
from tests.quality.train import WEIGHTS


def found(mail: str, reply: str, language: str = "en") -> list[tuple[Signs, str]]:
    asked, said = cut(mail, load(language)), cut(reply, load(language))
    listed = questions(asked)
    return signs(asked, listed, said, Candidates(said), [None] * len(listed))


@pytest.mark.parametrize(
    ("language", "mail", "reply"),
    [
        (
            "en",
            "When does the lamp ship? Can I return the kettle?",
            "Hi Dana,\n\nThe lamp ships on Friday. It leaves Leeds by van.",
        ),
        ("zh", "台灯什么时候发货？水壶可以退货吗？", "李女士，您好：\n\n台灯周五发货，由顺丰送到您家。"),
        ("he", "מתי המנורה נשלחת? אפשר להחזיר את הקומקום?", "שלום דנה,\n\nהמנורה נשלחת ביום שישי. היא יוצאת מחיפה."),
    ],
)
def test_the_question_that_nothing_fits_is_the_likelier_one_to_be_left_open(
    language: str, mail: str, reply: str
) -> None:
    (answered, best), (left, _) = found(mail, reply, language)

    assert left_open(left, language) > 0.3
    assert left_open(answered, language) < 0.1
    assert best in reply
    assert answered.margin > left.margin


def test_sentences_that_fit_no_other_question_speak_for_an_answer_in_other_words() -> None:
    (_, short) = found("When does the lamp ship? Who pays for the return?", "Hi,\n\nThe lamp ships on Friday.")
    (_, long) = found(
        "When does the lamp ship? Who pays for the return?", "Hi,\n\nThe lamp ships on Friday. That costs you nothing."
    )

    assert left_open(long[0], "en") < left_open(short[0], "en")


def test_a_number_that_was_asked_for_speaks_for_an_answer() -> None:
    (one,) = (sign for sign, _ in found("How much is it?", "Hi,\n\n49.90 EUR."))

    assert one.measured == 1


def test_a_reply_without_a_sentence_and_a_mail_with_a_thousand_questions_say_nothing() -> None:
    assert found("When does it ship?", "") == []
    assert found("Who made part 7 of it? " * 100, "Hi,\n\n" + "Joan made it. " * 100) == []


def test_the_weights_are_those_that_the_script_wrote() -> None:
    read = json.loads(WEIGHTS.read_text("utf-8"))

    assert tuple(read["weights"]) == Signs._fields
    assert fit.__doc__ is not None
    assert "tests/quality/train.py" in fit.__doc__
