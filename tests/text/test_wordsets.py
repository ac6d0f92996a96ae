"""Words as the sets of a language hold them."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.text.wordsets import every, some, words_of


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Contact.firstName", ["contact", "first", "name"]),
        ("en", "the customer's ORDER_NUMBER 2", ["the", "customer", "order", "number", "2"]),
        ("zh", "客户姓名：XX", ["客户", "姓名", "XX"]),
        ("zh", "公司名稱", ["公司", "名称"]),
        ("he", "שם הלקוח", ["שם", "הלקוח"]),
    ],
)
def test_words_are_found_in_text_and_in_identifiers(language: str, text: str, words: list[str]) -> None:
    assert words_of(text, load(language)) == words


@pytest.mark.parametrize(
    ("language", "words", "held"),
    [
        ("en", ["name"], True),
        ("en", ["lamp"], False),
        ("zh", ["姓名"], True),
        ("he", ["הלקוח"], True),
        ("he", ["מנורה"], False),
    ],
)
def test_a_word_is_held_as_it_is_or_without_its_prefixes(language: str, words: list[str], held: bool) -> None:
    assert some(words, load(language), "hole-words", "name-words") is held
    assert every([*words, *words], load(language), "hole-words", "name-words") is held
