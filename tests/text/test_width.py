from __future__ import annotations

import pytest

from replyctl.text.width import ending, fitting, graphemes, shortened, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("lamp", 4), ("订单", 4), ("שלום", 4), ("שָׁלוֹם", 4), ("é", 1), ("🙂", 2), ("✔️", 2), ("👩‍👩‍👧", 2)],
)
def test_a_text_takes_the_columns_that_a_terminal_gives_it(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize("room", [-3, 0, 1, 2, 3, 5, 8, 40])
@pytest.mark.parametrize(
    "text", ["Your order", "您的订单已发货", "הזמנה נשלחה", "✔️" * 8, "SmartLatch™️ " * 3, "a" + "\u0301" * 5]
)
def test_what_is_cut_fits_and_is_no_half_letter(text: str, room: int) -> None:
    whole = list(graphemes(text))
    begun, ended = fitting(text, room), ending(text, room)

    assert begun in {"".join(whole[:count]) for count in range(len(whole) + 1)}
    assert ended in {"".join(whole[count:]) for count in range(len(whole) + 1)}
    assert max(width(begun), width(ended)) <= max(room, 0)
    assert width(shortened(text, room)) <= max(room, 1)


def test_a_cut_text_ends_in_an_ellipsis_and_a_whole_one_does_not() -> None:
    assert shortened("Damaged item", 8) == "Damaged…"
    assert shortened("Damaged", 8) == "Damaged"
