"""The customer's questions as they were written: with their marks, and in their script."""

from __future__ import annotations

import re

from replyctl.reading.questions import Question, questions
from replyctl.text.cut import Cut
from replyctl.text.scripts import ASKING, COMMAS, SEMICOLONS

_OPENING = {"¿", "؟"}


def written_questions(piece: Cut, text: str) -> list[str]:
    """Every question of `text`, which was cut into `piece`, each on one line."""
    return [as_written(one, piece, text) for one in questions(piece)]


def as_written(question: Question, piece: Cut, text: str) -> str:
    """A question with its marks, on one line."""
    start, end = piece.normal.span(question.start, question.end)
    mark = (
        re.compile(rf"\s?[.…!！]{{0,3}}[{ASKING}]").match(text, end) if question.text.endswith(tuple(ASKING)) else None
    )
    begin = start - (text[start - 1 : start] in _OPENING)
    written = text[begin : mark.end() if mark else end]
    return " ".join(written.split()).strip(f" {COMMAS}{SEMICOLONS}、")
