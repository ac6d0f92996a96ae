from __future__ import annotations

import pytest

from replyctl.desk.literal import written

SOURCE = "Your order {{ order }} is late.\n{% if parts.a %}We are sorry.{% else %}We are sorry!{% endif %}\n"


@pytest.mark.parametrize(
    ("printed", "words", "at"),
    [
        ("Your order HW-1 is late.\nWe are sorry.", "late", "late"),
        ("Your order HW-1 is late.\nWe are sorry!", "sorry!", "sorry!"),
        ("Your order HW-1 is late.\nWe are sorry.", "order HW-1 is late", "is late"),
    ],
)
def test_printed_words_are_found_where_they_were_written(printed: str, words: str, at: str) -> None:
    start = printed.index(words)

    spot = written(SOURCE, printed, (start, start + len(words)))

    assert spot
    assert SOURCE[spot.at : spot.at + spot.length] == at


def test_of_equal_words_those_count_that_stand_among_the_same() -> None:
    source = "It is gonna come.\n\nTomorrow it is gonna rain."
    start = source.rindex("gonna")

    spot = written(source, source, (start, start + 5))

    assert spot
    assert spot.at == start


def test_what_was_filled_in_was_written_nowhere() -> None:
    printed = "Your order is late is late."

    assert written("Your order {{ order }}.", printed, (11, 18)) is None
    assert written("{{ a }} is late.", printed, (11, 18), approved=[(19, 27)]) is None
