from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.errors import LanguageError
from replyctl.language import Language, load
from replyctl.text.cut import cut

if TYPE_CHECKING:
    from collections.abc import Callable


def hits(text: str, language: Language, name: str = "list") -> list[str]:
    piece = cut(text, language)
    return [piece.text[slice(*piece.span(hit.first, hit.last))] for hit in piece.find(name)]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("best wishes", "Best WISHES to you", ["Best WISHES"]),
        ("don't know", "We don’t know", ["don’t know"]),
        ("we|i will", "I will, we will, they will", ["I will", "we will"]),
        ("~so very sorry", "So very sorry, very sorry", ["So very sorry", "very sorry"]),
        ("order(s|ed) it|all", "Order all, ordered it, ordering it", ["Order all", "ordered it"]),
        ("colo(u)r(s)", "color, colours, colo", ["color", "colours"]),
        ("by <days>", "By Monday, by the day, by sun down", ["By Monday", "by the day"]),
        ("re<days>", "remonday, monday, rethe", ["remonday"]),
        ("sorry _ delay", "sorry the delay. Sorry delay", ["sorry the delay"]),
        ("sorry _ delay", "sorry. Delay", []),
        ("best wishes", "best. Wishes", []),
        ("see §url", "see https://shop.example now", ["see https://shop.example"]),
        ("art", "start artful art", ["art"]),
    ],
)
def test_a_phrase_matches_what_its_notation_says(
    tongue: Callable[..., Language], phrase: str, text: str, found: list[str]
) -> None:
    days = {"find": {"monday|tuesday": "0", "the day": ""}}

    assert hits(text, tongue({"list": {"find": [phrase]}, "days": days})) == found


def test_a_phrase_that_names_no_list_is_an_error(tongue: Callable[..., Language]) -> None:
    language = tongue({"list": {"find": ["by <days>"]}})

    with pytest.raises(LanguageError, match="names the list 'days'"):
        cut("By Monday", language)


def test_lists_that_name_each_other_are_an_error(tongue: Callable[..., Language]) -> None:
    language = tongue({"list": {"find": ["by <days>"]}, "days": {"find": ["<list>"]}})

    with pytest.raises(LanguageError, match="or it names itself"):
        cut("By Monday", language)


def test_of_overlapping_phrases_the_longest_first_begun_is_found(tongue: Callable[..., Language]) -> None:
    language = tongue({"list": {"find": ["thank you", "thank you very much", "very much indeed"]}})

    assert hits("Thank you very much indeed.", language) == ["Thank you very much"]


def test_a_mapping_gives_each_phrase_its_value(tongue: Callable[..., Language]) -> None:
    piece = cut("We utilise it", tongue({"list": {"find": {"utilise|utilize": "use"}}}))

    assert [hit.value for hit in piece.find("list")] == ["use"]


def test_lists_are_found_together_in_the_order_of_the_text(tongue: Callable[..., Language]) -> None:
    piece = cut("red blue red", tongue({"one": {"find": ["red"]}, "other": {"find": ["blue"]}}))

    assert [hit.first for hit in piece.find("one", "other")] == [0, 1, 2]


def test_prefix_letters_may_stand_before_a_phrase_but_not_before_a_whole_word(tongue: Callable[..., Language]) -> None:
    lists = {"list": {"find": ["שלום רב"]}, "whole": {"find": ["= תודה"]}}
    language = tongue(lists, boundary="prefixed", prefixes=["ו", "ה", "וה"])

    assert hits("והשלום רב, שלום רב", language) == ["והשלום רב", "שלום רב"]
    assert hits("ותודה, תודה", language, "whole") == ["תודה"]


def test_without_word_breaks_a_phrase_is_found_anywhere() -> None:
    assert hits("对此我们非常抱歉", load("zh"), "regret-words") == ["抱歉"]


def test_no_phrase_reaches_across_a_mask_or_a_quote(tongue: Callable[..., Language]) -> None:
    language = tongue({"list": {"find": ["kind regards"]}})

    assert hits("kind `regards`", language) == []
    assert hits("kind\n> and\nregards", language) == []
