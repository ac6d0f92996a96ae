from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.questions import questions
from replyctl.text.cut import cut


def test_a_sentence_asks_by_its_mark_or_its_form(case: dict[str, Any]) -> None:
    assert [one.text for one in questions(cut(case["text"], load(case["lang"])))] == case["asks"]
