from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.questions import questions
from replyctl.reading.terse import fills, requests, stands_alone, to_the_point
from replyctl.text.cut import cut


def test_a_terse_sentence_answers_by_its_kind(case: dict[str, Any]) -> None:
    language = load(case["lang"])
    mail, reply = cut(case["mail"], language), cut(case["reply"], language)
    (question,) = questions(mail)
    sentence = reply.sentences[-1]
    found = {
        "fills": fills(reply, sentence, question.kind),
        "alone": stands_alone(reply, sentence, question.kind, requests(mail, question)),
        "meant": to_the_point(mail, reply, question, [sentence]) == sentence,
    }

    assert {name for name, holds in found.items() if holds} == set(case["says"])
