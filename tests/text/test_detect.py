from __future__ import annotations

from typing import Any

from replyctl.text.detect import detect


def test_a_text_is_known_by_its_script_or_its_words(case: dict[str, Any]) -> None:
    assert detect(case["text"]) == case["lang"]
