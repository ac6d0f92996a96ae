"""What customers may rightly be called."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.people.called import Called, fits, untitled, words
from replyctl.people.name import Name


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


@pytest.mark.parametrize(
    ("code", "word", "name", "right"),
    [
        ("en", "Bill", "William Harkness", True),
        ("en", "William", "Bill Harkness", True),
        ("en", "Liz", "Elizabeth Tay", True),
        ("en", "O’Brien", "Pat O'Brien", True),
        ("en", "Soren", "Søren Kier", True),
        ("en", "Lukasz", "Łukasz Nowak", True),
        ("en", "Mueller", "Hans Müller", True),
        ("en", "Ann", "Anna Frey", False),
        ("en", "Anna", "Ann Frey", False),
        ("en", "Daniel", "Daniela Frey", False),
        ("en", "Joseph", "Josephine Frey", False),
        ("he", "צ׳רלי", "צ'רלי כהן", True),
        ("he", "בן־חמו", "רונית בן-חמו", True),
        ("he", "סשה", "אלכסנדר לוין", True),
        ("he", "לדנה", "דנה כהן", True),
        ("he", "רון", "רונית כהן", False),
        ("zh", "张伟", "張偉", True),
        ("zh", "莊先生、莊", "莊文賢", True),
        ("zh", "阿卜杜拉", "阿卜杜拉·买买提", True),
        ("zh", "康爷爷", "康德顺", True),
        ("zh", "佐", "佐藤健一", False),
    ],
)
def test_a_customer_is_called_by_a_part_or_a_known_short_form(code: str, word: str, name: str, right: bool) -> None:
    assert Called.of(Name.parse(name), load(code)).fits(word) is right


def test_what_customers_want_to_be_called_is_right() -> None:
    assert Called.of(Name.parse("Theodora Frey"), load("en"), ["Teddy Bear"]).fits("Bear")


def test_a_hyphen_parts_words() -> None:
    assert words("Jean-Luc, בן־דוד") == ["Jean", "Luc", "בן", "דוד"]
