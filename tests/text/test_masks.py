from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from replyctl.text.masks import masks

MASKED = st.lists(
    st.one_of(
        st.sampled_from(
            ["https://shop.example/a?b=1", "www.shop.example", "shop.com", "care@shop.example", "@shop", "HW-659"]
        ),
        st.sampled_from(
            [
                "`code`",
                "```",
                '"said"',
                "“said”",
                "「说」",
                "+972 50 123 4567",
                "Dana Levi",
                "Dana",
                "2026-11-25",
                "#12345",
            ]
        ),
        st.sampled_from([" ", "\n", ".", ",", "您好", "שלום"]),
        st.text(max_size=4),
    ),
    max_size=14,
).map("".join)


def test_what_is_no_word_of_the_author_is_masked(case: dict[str, Any]) -> None:
    text = case["text"]
    masked = masks(text, case.get("names", []), case.get("elided", []))
    found = [[kind.removeprefix("§"), text[start:end]] for start, end, kind in masked]

    assert found == case["masks"]


@given(MASKED)
def test_masks_stand_in_order_apart_and_inside_the_text(text: str) -> None:
    found = masks(text, ["Dana Levi", "Dana", "李"])

    assert all(0 <= start < end <= len(text) and kind.startswith("§") for start, end, kind in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
