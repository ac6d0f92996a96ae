"""What became of the customer's questions, in the words and the script in which mail and reply were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.mail.written_question import as_written
from replyctl.reading.answers import answers
from replyctl.reading.questions import questions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from replyctl.lint.given_draft import Anchor
    from replyctl.reading.answers import Answer
    from replyctl.text.cut import Cut


def written_answers(  # noqa: PLR0913 - mail and reply, each cut and as written
    incoming: Cut, mail: str, body: Cut, reply: Anchor, no_questions: Collection[str], *, refuses: bool
) -> Iterator[Answer]:
    """The questions of `incoming`, which is the text `mail`, as `body`, which stands at `reply`, answers them.

    `no_questions` are no questions, though they read like some.
    """
    none = {*map(_letters, no_questions)}
    asked = [one for one in questions(incoming) if _letters(as_written(one, incoming, mail)) not in none]
    for one in answers(incoming, asked, body, refuses=refuses):
        question = one.question._replace(text=as_written(one.question, incoming, mail))
        yield one._replace(question=question, by=one.by and _said(one.by, body, reply))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _said(sentence: str, body: Cut, reply: Anchor) -> str:
    """A sentence of the body as it was written."""
    at = body.text.find(sentence)
    if at < 0:
        return sentence
    start, end = body.normal.span(at, at + len(sentence))
    return reply.text[reply.offset + start : reply.offset + end]
