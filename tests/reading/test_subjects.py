"""Verbs whose number is not their subject's."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.subjects import of_other_number
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("The guide explain how it works.", ["_ explains"]),
        ("Our rules says so.", ["_ say"]),
        ("The lamps was late.", ["_ were"]),
        ("The colour of the doors are wrong.", ["_ is"]),
        ("Where is the cables now?", ["are _"]),
        ("The guide explains how it works, and our rules say so.", []),
        ("The people in our shops say so.", []),
        ("The news is good, and this week do you come?", []),
    ],
)
def test_a_verb_is_held_against_the_subject_before_it(text: str, better: list[str]) -> None:
    assert [hit.value for hit in of_other_number(cut(text, load("en")))] == better


@pytest.mark.parametrize(("code", "text"), [("zh", "我们的规则说明如下。"), ("he", "הכללים שלנו אומרים כך.")])
def test_a_language_without_listed_verbs_is_not_judged(code: str, text: str) -> None:
    assert of_other_number(cut(text, load(code))) == []
