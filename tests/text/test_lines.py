from __future__ import annotations

import pytest

from replyctl.text.lines import Lines


@pytest.mark.parametrize(
    ("text", "start", "place"),
    [
        ("", 0, (1, 1)),
        ("שלום\nעולם", 5, (2, 1)),
        ("one\r\ntwo", 5, (2, 1)),
        ("🙂a\n\nb", 1, (1, 2)),
        ("🙂a\n\nb", 4, (3, 1)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_a_place_has_its_line_and_column(text: str, start: int, place: tuple[int, int]) -> None:
    assert Lines(text).at(start) == place
