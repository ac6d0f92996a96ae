from __future__ import annotations

import pytest

from replyctl.lint.context import Context
from replyctl.lint.draft import Draft


@pytest.mark.parametrize(
    ("language", "body", "incoming", "question", "by"),
    [
        (
            "zh",
            "陳先生，您好：\n\n退貨流程如下：先填表。",
            "請問退貨流程是怎樣的?",
            "請問退貨流程是怎樣的?",
            "退貨流程如下：先填表",
        ),
        (
            "en",
            "Hi Ann,\n\nYour KETTLE comes on Friday.",
            "When does the kettle come?",
            "When does the kettle come?",
            "Your KETTLE comes on Friday",
        ),
        (
            "he",
            "שלום דנה,\n\nהקומקום יגיע ביום שישי.",
            "מתי יגיע הקומקום?",
            "מתי יגיע הקומקום?",
            "הקומקום יגיע ביום שישי",
        ),
    ],
)
def test_question_and_answer_are_shown_as_they_were_written(
    language: str, body: str, incoming: str, question: str, by: str
) -> None:
    [found] = Draft(body, None, Context(language=language, incoming=incoming)).answers

    assert (found.question.text, found.by) == (question, by)


def test_what_is_known_to_be_no_question_is_left_out() -> None:
    incoming = "Have I told you that I love your lamps? And when does the kettle come?"
    context = Context(incoming=incoming, no_questions=("Have I told you that I love your lamps?",))

    assert [one.question.text for one in Draft("Hi Ann,\n\nOn Friday.", None, context).answers] == [
        "And when does the kettle come?"
    ]
