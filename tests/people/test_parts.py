"""Given and family names."""

from __future__ import annotations

import pytest

from replyctl.people.name_languages import own_and_others
from replyctl.people.parts import parts, turned


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Mary Ann O'Neill", "Mary Ann", "O'Neill"),
        ("Abdul Rahman Siddiqui", "Abdul Rahman", "Siddiqui"),
        ("Jean Pierre Martin", "Jean Pierre", "Martin"),
        ("Hassan bin Yusuf", "Hassan", ""),
        ("Li Wei", "", ""),
        ("Li, Wei", "Wei", "Li"),
        ("בת שבע כהן", "בת שבע", "כהן"),
        ("כהן, יעל", "יעל", "כהן"),
        ("בטי ואן דר ברג", "בטי", "ואן דר ברג"),
        ("אבו מאזן", "אבו מאזן", ""),
        ("阿依古丽·买买提", "阿依古丽", ""),
        ("張簡佳蓉", "佳蓉", "張簡"),
        ("佐藤健一", "健一", "佐藤"),
    ],
)
def test_a_name_has_two_parts_where_they_are_known(name: str, given: str, family: str) -> None:
    assert parts(name, own_and_others(name), titled=False, to_given=False) == (given, family)


@pytest.mark.parametrize(("written", "said"), [("כהן, יעל", "יעל כהן"), ("Levi, Dana", "Dana Levi"), ("Dana", "Dana")])
def test_a_name_with_a_comma_is_turned(written: str, said: str) -> None:
    assert turned(written, own_and_others(written)) == said
