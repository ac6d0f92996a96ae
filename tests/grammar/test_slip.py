from __future__ import annotations

import pytest

from replyctl.grammar.slip import certain, distance, is_slip, is_swapped


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sentense", "sentence"),
        ("taht", "that"),
        ("recieve", "receive"),
        ("accomodate", "accommodate"),
        ("adress", "address"),
        ("seperate", "separate"),
        ("maintainance", "maintenance"),
        ("sory", "sorry"),
        ("neccesary", "necessary"),
        ("beggining", "beginning"),
    ],
)
def test_a_letter_or_two_amiss_is_a_slip(word: str, meant: str) -> None:
    assert is_slip(word, (meant,))


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("signup", "sign up"),
        ("restitutions", "restitution's"),
        ("internet's", "internet's"),
        ("trailhead", "trailed"),
        ("naan", "nan"),
        ("dhal", "dahl's"),
        ("gif", "gift"),
        ("repro", "repo"),
        ("xqzzy", "nothing"),
    ],
)
def test_a_compound_a_plural_and_another_word_are_none(word: str, suggestion: str) -> None:
    assert not is_slip(word, (suggestion,))


def test_where_a_word_may_be_a_name_fewer_letters_may_be_amiss() -> None:
    assert is_slip("maintainance", ("maintenance",), most=2)
    assert not is_slip("maintainance", ("maintenance",), most=1)


def test_what_can_be_meant_in_one_way_only_is_certain() -> None:
    assert certain("sentense", ("sentence", "sentences"))
    assert not certain("bood", ("book", "food"))
    assert not certain("sentense", ())


def test_two_neighbours_that_changed_places_are_one_step_apart() -> None:
    assert distance("taht", "that") == distance("thet", "that") == 1
    assert is_swapped("taht", "that")
    assert not is_swapped("thet", "that")
