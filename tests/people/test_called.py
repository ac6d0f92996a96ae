"""What customers may rightly be called."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.people.called import fits, untitled


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


def test_a_title_that_is_written_on_to_a_name_comes_off() -> None:
    assert untitled("李女士", load("zh")) == "李"
    assert untitled("欧阳先生", load("zh")) == "欧阳"
    assert untitled("Levi", load("en")) == "Levi"
