from __future__ import annotations

from dataclasses import asdict

import pytest

from replyctl.library.search.asks import Direction, near, standing_for
from replyctl.library.snippet import Snippet, Text

BROKEN = Direction.of(["the lamp arrived broken", "my table is broken", "it came broken in two"])
LATE = Direction.of(["my parcel is late", "where is my parcel", "it should have come on monday"])
BOTH = [("broken", BROKEN), ("late", LATE)]


def test_a_text_is_nearest_to_what_most_asks_of_a_snippet_say() -> None:
    found = near("hello, my parcel arrived broken", BOTH)

    assert found["broken"] > found["late"] > 0


def test_what_every_snippet_is_asked_tells_next_to_nothing() -> None:
    common, telling = near("my", BOTH), near("broken", BOTH)

    assert telling["broken"] - telling.get("late", 0) > abs(common["broken"] - common["late"])


@pytest.mark.parametrize("text", ["", "?!", "  ", "xyzzy qwfp", "\ud800"])
def test_a_text_of_nothing_that_is_asked_is_near_to_nothing(text: str) -> None:
    assert near(text, BOTH) == {}


def test_nothing_is_near_where_there_is_nothing() -> None:
    assert near("my parcel", []) == {}


def test_an_ask_without_a_word_says_nothing() -> None:
    assert near("…", [("one", Direction.of(["…", "my lamp"]))]) == {}


def test_a_text_is_never_nearer_than_one() -> None:
    ask = "it came broken in two"
    assert 0.1 < near(ask, [("one", Direction.of([ask]))])["one"] <= 1


def test_that_a_text_asks_several_questions_tells_as_much_in_a_long_one() -> None:
    several = Direction.of(
        ["how long is it? how heavy?", "what is it made of? and the price?", "i have three questions"]
    )
    many = [*BOTH, ("several", several)]
    story = "my parcel with the lamp and the table came on monday, and i have set all of it up by now. "

    asked, told = near(f"{story * 20}where is the bulb? which one fits?", many), near(story * 20, many)

    assert asked["several"] - told.get("several", 0) > 0.02
    assert asked["late"] - told["late"] < 0.02


TITLES = {"en": "Title", "he": "כותרת"}


@pytest.mark.parametrize(
    ("title", "asks", "writing", "expected"),
    [
        (TITLES, {"en": ["one", "two"], "he": ["אחת"]}, "LATIN", [["one", "two", "Title"]]),
        (TITLES, {"en": ["one"], "he": ["אחת"]}, "HEBREW", [["אחת", "כותרת"]]),
        (TITLES, ["one", "אחת"], "HEBREW", [["אחת"], ["כותרת"]]),
        (TITLES, {"en": ["one"]}, "HEBREW", [["כותרת", "נושא", "תוכן"]]),
        ("Title", [], "LATIN", [["Title"], ["Subject", "Body"]]),
        ("Title", [], "CJK", []),
    ],
)
def test_asks_and_title_stand_for_a_snippet_and_its_text_where_it_has_no_asks(
    title: str | dict[str, str], asks: list[str] | dict[str, list[str]], writing: str, expected: list[list[str]]
) -> None:
    text = {"en": Text(subject="Subject", body="Body"), "he": Text(subject="נושא", body="תוכן")}
    plain = asdict(Snippet(name="one", title=title, kind="answer", text=text, asks=asks))

    assert list(standing_for(plain, writing)) == expected
