from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.subject import core, is_reply
from replyctl.text.cut import cut


def test_a_subject_begins_after_prefixes_and_tags(case: dict[str, Any]) -> None:
    piece = cut(case["text"], load(case["lang"]), whole=False)

    assert piece.text[core(piece) :] == case["core"]
    assert is_reply(piece) is case.get("reply", False)
