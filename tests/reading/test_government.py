"""Verbs in a form that what governs them does not take."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.government import misgoverned
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("I will received the lid on Friday.", ["_ receive"]),
        ("We did not received it.", ["_ receive"]),
        ("The box has went back.", ["_ gone"]),
        ("I asked them to sent it again.", ["_ send"]),
        ("You can stop it by remove the fuse.", ["_ removing"]),
        ("Please chose a slot.", ["_ choose"]),
        ("I will receive the lid, and the box has gone back.", []),
        ("A can opening is 5 cm wide.", []),
        ("All you need to do is reply.", []),
    ],
)
def test_a_verb_is_held_against_the_word_that_governs_it(text: str, better: list[str]) -> None:
    assert [hit.value for hit in misgoverned(cut(text, load("en")))] == better


@pytest.mark.parametrize(("code", "text"), [("zh", "我们会收到包裹。"), ("he", "נקבל את החבילה מחר.")])
def test_a_language_without_listed_verbs_is_not_judged(code: str, text: str) -> None:
    assert misgoverned(cut(text, load(code))) == []
