"""Several persons in one name."""

from __future__ import annotations

import pytest

from replyctl.people.name_languages import own_and_others
from replyctl.people.several import called, persons


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Anna and Ben Miller", ["Anna", "Ben Miller"]),
        ("Anna, Ben & Tom", ["Anna", "Ben", "Tom"]),
        ("דוד ומיכל לוי", ["דוד", "מיכל לוי"]),
        ("דוד ומיכל", ["דוד", "מיכל"]),
        ("יעל כץ, עומר דיין ורן שפירא", ["יעל כץ", "עומר דיין", "רן שפירא"]),
        ("כהן, דנה ויוסי", ["כהן, דנה", "יוסי"]),
        ("张先生、李女士", ["张先生", "李女士"]),
        ("李明和王芳", ["李明", "王芳"]),
        ("תמר, גיל ואורנה", ["תמר", "גיל", "אורנה"]),
        ("אוחיון, גיל", []),
        ("דוד, רון ויקטור", []),
        ("דוד וקנין", []),
        ("שרה ויקטוריה כהן", []),
        ("王建和", []),
        ("Mr. and Mrs. Smith", []),
        ("מר וגב' שפירא", []),
        ("Alexandra Anderson", []),
    ],
)
def test_each_person_has_a_part(text: str, parts: list[str]) -> None:
    assert persons(text, own_and_others(text)) == parts


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Anna and Ben Miller", "Anna and Ben"),
        ("Anna and Ben", "Anna and Ben"),
        ("Anna Levi and Ben Miller", "Anna and Ben"),
        ("Anna Levi, Ben Miller and Tom Reed", "Anna, Ben and Tom"),
        ("יעל כץ, עומר דיין ורן שפירא", "יעל, עומר ורן"),
        ("Mary Ann Levi and Ben Miller", ""),
        ("J. Levi and B. Miller", ""),
    ],
)
def test_they_are_called_by_their_given_names_where_these_are_told_from_the_family_names(
    text: str, together: str
) -> None:
    assert called(persons(text, own_and_others(text)), text) == together
