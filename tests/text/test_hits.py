from __future__ import annotations

from replyctl.text.hits import Hit, Hits, apart

FOUND = Hits([Hit(1, 3, ""), Hit(5, 6, ""), Hit(8, 11, "")])


def test_phrases_tell_the_words_that_they_begin_with_hold_and_end_before() -> None:
    assert FOUND.firsts == {1, 5, 8}
    assert FOUND.lasts == {3, 6, 11}
    assert [word for word in range(12) if FOUND.words.hold(word)] == [1, 2, 5, 8, 9, 10]


def test_between_are_those_that_begin_there_wherever_they_end() -> None:
    assert FOUND.between(1, 8) == FOUND[:2]
    assert FOUND.between(2, 5) == ()
    assert FOUND.between(8, 9) == FOUND[2:]
    assert Hits().between(0, 9) == ()


def test_apart_is_what_shares_no_word_with_an_exception() -> None:
    assert apart([*FOUND], [Hit(2, 5, ""), Hit(10, 12, "")]) == [FOUND[1]]
    assert apart([*FOUND], []) == [*FOUND]
