from __future__ import annotations

from typing import Any

import pytest

from replyctl.language import load
from replyctl.reading.greeting import addressed, fits, script, slip, untitled
from replyctl.text.cut import cut


def test_a_greeting_names_whom_it_names(case: dict[str, Any]) -> None:
    piece = cut(
        case["text"] + "\n\n" + {"en": "It ships.", "zh": "已发货。", "he": "נשלח היום."}[case["lang"]],
        load(case["lang"]),
    )
    greeted = addressed(piece)

    assert (None if greeted is None else list(greeted.words)) == case["words"]
    if greeted and greeted.words:
        assert piece.text[greeted.start :].startswith(case.get("from", case["words"][0]))


@pytest.mark.parametrize(
    ("code", "word", "name", "given", "right"),
    [
        ("en", "dana", "Dana", False, True),
        ("en", "Zoe", "Zoë", False, True),
        ("en", "Dan", "Daniel", True, True),
        ("en", "Dan", "Daniel", False, False),
        ("en", "Diana", "Diane", True, False),
        ("en", "D", "Daniel", True, False),
        ("en", "Smith,", "Smith", False, True),
        ("en", "", "Smith", False, False),
        ("zh", "李", "李明华", False, True),
        ("zh", "明华", "李明华", False, True),
        ("zh", "小华", "李明华", False, True),
        ("zh", "老李", "李明华", False, True),
        ("zh", "欧阳", "欧阳娜", False, True),
        ("zh", "欧", "欧阳娜", False, False),
        ("zh", "李", "李女士", False, True),
        ("zh", "王", "李明华", False, False),
        ("he", "דנה", "דנה", False, True),
        ("he", "דני", "דניאל", True, True),
        ("he", "דינה", "דנה", True, False),
    ],
)
def test_a_word_fits_a_name_whole_or_short(code: str, word: str, name: str, given: bool, right: bool) -> None:
    assert fits(word, name, load(code), given=given) is right


@pytest.mark.parametrize(
    ("word", "name", "right"),
    [
        ("Diana", "Diane", True),
        ("Smiht", "Smith", False),
        ("Smyth", "Smith", True),
        ("Katherine", "Catherine", True),
        ("Dana", "Dana", False),
        ("Ann", "Anna", False),
        ("Robert", "Sandra", False),
        ("דניאל", "דניאלה", True),
    ],
)
def test_a_slip_is_a_letter_or_two(word: str, name: str, right: bool) -> None:
    assert slip(word, name) is right


def test_a_title_that_is_written_on_to_a_name_comes_off() -> None:
    assert untitled("李女士", load("zh")) == "李"
    assert untitled("欧阳先生", load("zh")) == "欧阳"
    assert untitled("Levi", load("en")) == "Levi"


def test_a_word_is_in_the_script_of_its_first_letter() -> None:
    assert [script(word) for word in ("Dana", "דנה", "李", "42", "")] == ["LATIN", "HEBREW", "CJK", "", ""]
