"""Questions that a reply quotes, each with its answer under the quote."""

from __future__ import annotations

from replyctl.reading.questions import Question
from replyctl.text.cut import Cut


def under_quotes(reply: Cut, asked: list[Question]) -> dict[int, str]:
    """Questions that the reply quotes, with the sentence that stands under the quote."""
    found = {}
    for start, end in reply.quotes:
        quote = _letters(reply.text[start:end])
        under = next((one for one in reply.sentences if one.start >= end and one.zone in {"body", "list"}), None)
        if under is None or not quote:
            continue
        for question in asked:
            if _letters(question.text) in quote or quote in _letters(question.text):
                found[question.start] = reply.text[under.start : under.end]
    return found


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
