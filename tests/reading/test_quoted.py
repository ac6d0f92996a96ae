from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.questions import questions
from replyctl.reading.quoted import under_quotes
from replyctl.text.cut import cut


def test_an_answer_stands_under_the_question_that_it_quotes(case: dict[str, Any]) -> None:
    language = load(case["lang"])
    asked = questions(cut(case["mail"], language))
    found = under_quotes(cut(case["reply"], language), asked)

    assert [found.get(question.start) for question in asked] == case["under"]
