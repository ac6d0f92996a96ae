"""The scripts of names."""

from __future__ import annotations

import pytest

from replyctl.people.name_scripts import is_foreign, joined, part_in, script


def test_a_word_is_in_the_script_of_its_first_letter() -> None:
    assert [script(word) for word in ("Dana", "דנה", "李", "42", "")] == ["LATIN", "HEBREW", "CJK", "", ""]


@pytest.mark.parametrize(
    ("name", "language", "foreign"),
    [("דנה", "en", True), ("דנה", "he", False), ("李", "he", True), ("Dana", "zh", False), ("Иван", "en", True)],
)
def test_latin_letters_are_read_everywhere_and_others_where_they_are_at_home(
    name: str, language: str, foreign: bool
) -> None:
    assert is_foreign(name, language) is foreign


def test_no_blank_stands_between_chinese_characters() -> None:
    assert joined("李 娜") == "李娜"
    assert joined("Dana Levi") == "Dana Levi"


@pytest.mark.parametrize(
    ("name", "language", "part"),
    [
        ("Chan Tai Man 陳大文", "zh", "陳大文"),
        ("Chan Tai Man 陳大文", "en", "Chan Tai Man"),
        ("Chan Tai Man 陳大文", "", "Chan Tai Man 陳大文"),
        ("Emily 王", "zh", "Emily 王"),
        ("Dana Levi", "zh", "Dana Levi"),
    ],
)
def test_a_name_in_two_scripts_is_taken_in_the_one_of_the_reply(name: str, language: str, part: str) -> None:
    assert part_in(name, language) == part
