from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from replyctl.text.normal import normalise

MARKED = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "\r\n",
                "\r",
                "\n",
                "\u2028",
                "\x85",
                "\x0c",
                "\u200f",
                "\u200e",
                "\u202b",
                "\u202c",
                "\ufeff",
                "\u00ad",
                "\u200d",
            ]
        ),
        st.sampled_from(
            ["שָׁלוֹם", "עִבְרִית", "\ufb2a", "e\u0301", "a\u0308\u0323", "ñ", "李女士", "😀", "𠀀", "👩\u200d💻"]
        ),
        st.text(max_size=5),
    ),
    max_size=10,
).map("".join)


def test_a_text_reads_as_a_reader_sees_it(case: dict[str, Any]) -> None:
    assert normalise(case["text"]).text == case["reads"]


def test_a_stretch_leads_back_to_where_it_stood(case: dict[str, Any]) -> None:
    normal = normalise(case["text"])
    for reading, original in case.get("spans", {}).items():
        at = normal.text.index(reading)
        start, end = normal.span(at, at + len(reading))

        assert case["text"][start:end] == original


@given(MARKED, st.data())
def test_every_stretch_lies_in_the_original_and_holds_what_it_reads(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    first = data.draw(st.integers(0, len(normal.text)))
    last = data.draw(st.integers(first, len(normal.text)))
    start, end = normal.span(first, last)

    assert 0 <= start <= end <= len(text)
    assert first == last or normal.text[first:last] in normalise(text[start:end]).text


@given(MARKED)
def test_the_whole_reading_spans_all_that_is_read(text: str) -> None:
    normal = normalise(text)
    start, end = normal.span(0, len(normal.text))

    assert normalise(text[start:end]).text == normal.text
    assert normalise(text[:start]).text == normalise(text[end:]).text == ""


@given(MARKED)
def test_stretches_in_order_stay_in_order(text: str) -> None:
    normal = normalise(text)
    spans = [normal.span(at, at + 1) for at in range(len(normal.text))]

    assert spans == sorted(spans)


@given(MARKED)
def test_reading_again_changes_nothing_more(text: str) -> None:
    once = normalise(text).text

    assert "\r" not in once
    assert normalise(once).text == once
