"""Nouns with verbs and adjectives that do not fit them."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.predicates import unfitting
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("לצערנו המזוודה שלך לא נמצא", "_ נמצאה"),
        ("העדכון תופיע באתר", "_ יופיע"),
        ("כתבת שהסיסמה שונה, והנורה עובד", "_ עובדת"),
        ("הקבצים נמחק אתמול", "_ נמחקו"),
        ("קיבלת סיסמה זמני", "_ זמנית"),
        ("צירפתי את הטבלה המלא והמעודכן", ""),
        ("רשמנו את השיחה האחרון", "_ האחרונה"),
        ("במכתב נפרדת", "_ נפרד"),
        ("תלונתכם התקבל", "_ התקבלה"),
    ],
)
def test_a_form_of_the_other_gender_or_number_is_seen(text: str, better: str) -> None:
    assert [hit.value for hit in unfitting(cut(text, load("he")))] == ([better] if better else [])


@pytest.mark.parametrize(
    "text",
    [
        "המזוודה נמצאה, והנורה עובדת",
        "הטופס והקבלה נשלחו",
        "את הקבלה נשלח מחר",
        "עם המזוודה הגיע גם תיק",
        "מספר הקריאה החדש הוא 12",
        "תאריך מסירה חדש נקבע",
        "בהזמנה נמצא שובר",
        "הקבלה, נשלח אותה מחר",
        "אישור ההזמנה נשלח, וקוד המערכת הוחלף",
    ],
)
def test_what_fits_or_belongs_to_another_noun_is_right(text: str) -> None:
    assert unfitting(cut(text, load("he"))) == []


def test_a_language_without_genders_has_none() -> None:
    assert unfitting(cut("the parcel was lost", load("en"))) == []
