"""Where an optional value is empty, nothing shows that there was a place for it."""

from __future__ import annotations

import pytest

from replyctl.template.marked import Marked
from replyctl.template.marks import OPEN, SHUT

EMPTY, FULL = OPEN + SHUT, f"{OPEN}HW-1{SHUT}"


@pytest.mark.parametrize(
    ("rendered", "text"),
    [
        (f"Order {FULL} (ref. {EMPTY}) ships.", "Order HW-1 ships."),
        (f"Order ({FULL}, ref. {EMPTY}) ships.", "Order (HW-1) ships."),
        (f"The {EMPTY} chair.", "The chair."),
        (f"{EMPTY} chair.", "chair."),
        (f"It ships to you {EMPTY}, as promised.", "It ships to you, as promised."),
        (f"- Ref.: {EMPTY}\n- Day: {FULL}", "- Day: HW-1"),
        (f"订单{FULL}（编号{EMPTY}）已发货。", "订单HW-1已发货。"),
        (f"ההזמנה {FULL} (אסמכתא {EMPTY}) נשלחה.", "ההזמנה HW-1 נשלחה."),
        (f"Order (ref. {FULL}) ships.", "Order (ref. HW-1) ships."),
        (f"Two  blanks, one {FULL} value ( and ) brackets.", "Two  blanks, one HW-1 value ( and ) brackets."),
        (f"See [the page](https://x.example) {EMPTY}.", "See [the page](https://x.example)."),
    ],
)
def test_an_empty_value_takes_brackets_labels_and_blanks_along(rendered: str, text: str) -> None:
    assert Marked.read(rendered).text == text
