from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.shouting import shouts
from replyctl.text.cut import cut


def test_a_reader_hears_what_is_shouted(case: dict[str, Any]) -> None:
    piece = cut(case["text"], load(case["lang"]), case.get("names", []))

    assert [piece.text[start:end] for start, end in shouts(piece)] == case["shouts"]
