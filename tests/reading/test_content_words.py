from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.content_words import content, stem
from replyctl.text.cut import cut


def test_what_carries_matter_is_left(case: dict[str, Any]) -> None:
    piece = cut(case["text"], load(case["lang"]), whole=False)
    found = content(piece, 0, len(piece.words), *case.get("without", []), ids=case.get("ids", False))

    assert [piece.words[index] for index in found] == case["words"]


def test_prefix_letters_come_off_only_where_the_language_has_them() -> None:
    hebrew, english = cut("", load("he")), cut("", load("en"))

    assert stem(hebrew, "והלקוח", frozenset({"לקוח"})) == "לקוח"
    assert stem(hebrew, "לקוח", frozenset({"לקוח"})) == "לקוח"
    assert stem(hebrew, "בלקוח", frozenset({"חוק"})) == ""
    assert stem(english, "unable", frozenset({"able"})) == ""
