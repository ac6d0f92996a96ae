"""What stands around a name."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.people.around import taken_off

TABLES = [table.names for code in ("en", "he", "zh") if (table := load(code).salutation)]


@pytest.mark.parametrize(
    ("text", "name", "notes"),
    [
        ("Dear Diane", "Diane", ()),
        ("Attn: John Smith", "John Smith", ()),
        ("לכבוד יוסי כהן", "יוסי כהן", ()),
        ("王先生您好", "王先生", ()),
        ("尊敬的王丽", "王丽", ()),
        ("Okafor, Grace (Mrs)", "Okafor, Grace", ("Mrs",)),
        ("Katherine (Kitty) Lonsdale", "Katherine Lonsdale", ("Kitty",)),
        ('William "Bill" Harkness', "William Harkness", ("Bill",)),
        ("小美（王丽美）", "小美", ("王丽美",)),
        ("Anna 🌸", "Anna", ()),
        ("John Smith 07700 900456", "John Smith", ()),
        ("Dearborn Smith", "Dearborn Smith", ()),
        ("שלום צדוק", "שלום צדוק", ()),
        ('ד"ר דנה לוי', 'ד"ר דנה לוי', ()),
    ],
)
def test_greetings_brackets_nicknames_and_marks_are_no_part_of_a_name(
    text: str, name: str, notes: tuple[str, ...]
) -> None:
    assert taken_off(text, TABLES) == (name, notes)
