from __future__ import annotations

from replyctl.config.settings import Settings


def test_a_tone_is_one_or_by_language() -> None:
    assert Settings(tone="formal").tone_in("he") == "formal"
    assert Settings(tone={"zh": "formal"}).tone_in("zh-Hant") == "formal"
    assert Settings(tone={"zh": "formal"}).tone_in("en") == "auto"
