from __future__ import annotations

import pytest

from replyctl.compose.question import Question
from replyctl.errors import ValueRefused


def never(_text: str) -> None:
    raise ValueRefused("not an order number")


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        (Question("order", "Order"), "HW-1", None),
        (Question("order", "Order", validator=never), "x", "not an order number"),
        (Question("order", "Order", validator=never), " ", "not an order number"),
        (Question("order", "Order", validator=never, optional=True), " ", None),
        (Question("order", "Order", validator=never, default="HW-1"), "", None),
        (Question("order", "Order", validator=never, optional=True), "x", "not an order number"),
    ],
)
def test_an_answer_is_taken_or_refused_with_its_message(question: Question, text: str, said: str | None) -> None:
    assert question.check(text) == said
