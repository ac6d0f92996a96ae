from __future__ import annotations

import pytest

from replyctl.template.marked import Marked, joined
from replyctl.template.marks import OPEN, SHUT, TAG


def shown(marked: Marked) -> str:
    """The text with what was filled in between brackets."""
    text, at, parts = marked.text, 0, []
    for start, end in marked.approved:
        parts += [f"[{text[at:start]}]" if at < start else "", text[start:end]]
        at = end
    return "".join([*parts, f"[{text[at:]}]" if at < len(text) else ""])


@pytest.mark.parametrize(
    ("rendered", "seen"),
    [
        ("It ships.", "It ships."),
        (f"Order {OPEN}HW-1{SHUT} ships.", "Order [HW-1] ships."),
        (f"{OPEN}a {OPEN}b{SHUT} c{SHUT}d", "[a b c]d"),
        (f"one\n{TAG}\ntwo", "one\ntwo"),
        (f"one\n{TAG}{TAG}kept\ntwo", "one\nkept\ntwo"),
        ("one  \n\n\n\ntwo\n", "one\n\ntwo"),
        (f"{OPEN}line\n\nline{SHUT}\nend", "[line\n\nline]\nend"),
        (f"您的订单{OPEN}HW-1{SHUT}。", "您的订单[HW-1]。"),
        (f"הזמנה {OPEN}HW-1{SHUT}.", "הזמנה [HW-1]."),
        ("", ""),
    ],
)
def test_what_was_filled_in_is_known_to_the_character_and_gaps_close(rendered: str, seen: str) -> None:
    assert shown(Marked.read(rendered)) == seen


def test_pieces_join_where_they_hold_something_and_neighbours_become_one_span() -> None:
    whole = joined([Marked.fixed("Hi,"), Marked(), Marked.typed("typed"), Marked.fixed("Bye")], "\n\n")

    assert shown(whole) == "Hi,\n\n[typed]\n\nBye"
    assert joined([Marked.fixed("a"), Marked.fixed("b")], " ").approved == ((0, 3),)
    assert not joined([Marked(), Marked()], "\n")
