from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.errors import LanguageError
from replyctl.language import Language, load
from replyctl.text.cut import cut

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = "|".join(letter * 2 for letter in "abcdefghijklmnopqrst")
"""So many alternatives that a phrase with them is walked place by place, not written out."""


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


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("i am|was sorry", "I am sorry, I'm sorry, I’m sorry", ["I am sorry", "I'm sorry", "I’m sorry"]),
        ("we ~really will|shall not go", "We'll not go, we won't go", ["We'll not go", "we won't go"]),
        ("we ~really will|shall not go", "We'll really go", []),
        ("we will", "We'd will", []),
    ],
)
def test_words_that_are_drawn_together_are_found_by_the_words_in_full(
    tongue: Callable[..., Language], phrase: str, text: str, found: list[str]
) -> None:
    short = {"i'm": ["i am"], "we'll": ["we will", "we shall"], "won't": ["will not"], "we'd": ["we would"]}
    assert hits(text, tongue({"list": {"find": [phrase]}}, contractions=short)) == found
    assert hits(text, tongue({"list": {"find": [f"{phrase} ~{MANY}"]}}, contractions=short)) == found


def test_phrases_of_many_wordings_are_found_each_in_its_own_length(tongue: Callable[..., Language]) -> None:
    phrases = [f"{MANY} x", f"{MANY} x y", f"{MANY} z", f"{MANY} ~z u"]

    found = hits("aa x. bb x y. cc z. dd z u. ee u. ff y", tongue({"list": {"find": phrases}}))

    assert found == ["aa x", "bb x y", "cc z", "dd z u", "ee u"]


def test_a_word_is_found_in_both_its_spellings(tongue: Callable[..., Language]) -> None:
    lists = {"list": {"find": ["colour(s)", "organize"]}, "set": {"words": ["favour"]}}
    language = tongue(lists, spellings={"our": "or", "ise": "ize"})

    assert hits("Colour, colors, organise, organize", language) == ["Colour", "colors", "organise", "organize"]
    assert language.has("set", "favor")


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As I said, it ships.", ["As I said"]),
        ("As I said before, it ships.", []),  # the exception reaches beyond the phrase
        ("As I said you said", ["As I said"]),  # it shares no word
        ("You know as I said", []),  # it ends inside the phrase
    ],
)
def test_a_phrase_that_shares_a_word_with_an_exception_is_not_found(
    tongue: Callable[..., Language], text: str, found: list[str]
) -> None:
    exceptions = ["said before", "know as"]

    assert hits(text, tongue({"list": {"find": ["as i said"], "unless": exceptions}})) == found
    apart = cut(text, tongue({"list": {"find": ["as i said"]}, "other": {"find": exceptions}}))
    assert len(apart.find("list", unless="other")) == len(found)


def test_lists_are_found_together_in_the_order_of_the_text(tongue: Callable[..., Language]) -> None:
    piece = cut("red blue red", tongue({"one": {"find": ["red"]}, "other": {"find": ["blue"]}}))

    assert [hit.first for hit in piece.find("one", "other")] == [0, 1, 2]


def test_prefix_letters_may_stand_before_a_phrase_but_not_before_a_whole_word(tongue: Callable[..., Language]) -> None:
    lists = {"list": {"find": ["שלום רב"]}, "whole": {"find": ["= תודה"]}}
    language = tongue(lists, prefixes=["ו", "ה", "וה"])

    assert hits("והשלום רב, שלום רב", language) == ["והשלום רב", "שלום רב"]
    assert hits("ותודה, תודה", language, "whole") == ["תודה"]


def test_without_word_breaks_a_phrase_is_found_anywhere() -> None:
    assert hits("对此我们非常抱歉", load("zh"), "regret-words") == ["抱歉"]


def test_no_phrase_reaches_across_a_mask_or_a_quote(tongue: Callable[..., Language]) -> None:
    language = tongue({"list": {"find": ["kind regards"]}})

    assert hits("kind `regards`", language) == []
    assert hits("kind\n> and\nregards", language) == []
