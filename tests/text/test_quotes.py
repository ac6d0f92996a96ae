from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from replyctl.text.quotes import own, quoted

LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["> quoted", "On Mon, 24 Nov 2026, Dana wrote:", "-----Original Message-----", "_" * 24, "From: Dana"]
        ),
        st.sampled_from(
            ["2026年11月24日，李明写道：", "ביום ב', 24 בנובמבר, דנה כתבה:", "| old", "", "own words", "Note:"]
        ),
        st.text(max_size=12),
    ),
    max_size=10,
).map("\n".join)


def test_what_another_wrote_is_told_from_ones_own(case: dict[str, Any]) -> None:
    text = case["text"]
    quotes = quoted(text)

    assert "".join(text[start:end] for start, end in own(text, quotes)).split("\n") == case["own"].split("\n")


@given(LINES)
def test_own_and_quoted_stretches_cover_the_text_once(text: str) -> None:
    quotes = quoted(text)
    stretches = sorted([*quotes, *own(text, quotes)])

    assert "".join(text[start:end] for start, end in stretches) == text
