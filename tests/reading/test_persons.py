"""Verbs in the form for another person."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.persons import unfitting_persons
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("אני כבר יברר מול הספק", ["_ אברר"]),
        ("מחר אנחנו אתקשר", ["_ נתקשר"]),
        ("אני נפתח קריאה", ["_ אפתח"]),
        ("אנחנו מצאתי את הקובץ", ["_ מצאנו"]),
        ("הוא בחופש, ואני יחזור", ["_ אחזור"]),
        ("המנהלת ואני נחזור", []),
        ("אני אברר, והספק יברר", []),
        ("אני, כמובן, יודע", []),
        ("אני והצוות נבדוק", []),
        ("אני מקווה שיפתח", []),
    ],
)
def test_a_verb_goes_with_who_acts(text: str, better: list[str]) -> None:
    assert [hit.value for hit in unfitting_persons(cut(text, load("he")))] == better
