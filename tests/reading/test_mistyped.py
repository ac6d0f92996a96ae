"""Typing slips of frequent words."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.mistyped import mistyped
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("בדקנו את החבשון שלך", "חשבון"),
        ("הוא בדרך לקוחוות", "לקוחות"),
        ("קיבלנו תלונא על כך", "תלונה"),
        ("שלחתי תזכרות", "תזכורות"),
        ("העלינו את התמונוות", "תמונות"),
        ("זו הוראת קבע של הלקווחות", "לקוחות"),
        ("הודענו להמ מיד על שינוי בתנאימ", "בתנאים"),
        ("המחלקה תחזיר לך תשובהבהקדם", ""),
    ],
)
def test_an_edit_of_a_frequent_word_is_seen_behind_a_prefix_too(text: str, meant: str) -> None:
    found = mistyped(cut(text, load("he")))

    assert [hit.value for hit in found] == ([meant] if meant else [])


def test_two_words_run_together_at_a_final_letter_are_taken_apart() -> None:
    (hit,) = mistyped(cut("מאחלים לך יום נעיםמכל הצוות", load("he")))

    assert hit.value == "נעים מכל"


@pytest.mark.parametrize(
    "text",
    [
        "בדקנו את החשבון, והמוצר בדרך אליך היום",
        "הצילום נשלח אל גילה עוודה ואל גב' סוויה",
        "קיצור: כסמנכ״ל לשעבר, הקליפ בפורמט זיפ",
        "את העיטור הזמינו שוב, והעיטור יגיע",
        "רווחי החברה, אבטיח, בטטה, פוקאצ׳ה, קוברנטיס ודוקר",
        "נא לא לגלגל, לערער או לפרפר",
    ],
)
def test_other_words_names_and_abbreviations_are_no_slips(text: str) -> None:
    assert mistyped(cut(text, load("he"))) == []


def test_what_is_written_twice_is_meant_so() -> None:
    assert mistyped(cut("החבשון של החבשון", load("he"))) == []


def test_a_language_without_such_words_has_no_slips() -> None:
    assert mistyped(cut("the accuont", load("en"))) == []
