from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replyctl.text.spans import Spans

RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda one: (one[0], one[0] + one[1])), max_size=8
)


@given(RANGES, st.integers(0, 40))
def test_a_place_is_held_by_the_stretches_that_hold_it(ranges: list[tuple[int, int]], at: int) -> None:
    assert Spans(ranges).hold(at) is any(start <= at < end for start, end in ranges)


@given(RANGES, st.integers(0, 30), st.integers(1, 10))
def test_two_stretches_meet_where_they_share_a_place(ranges: list[tuple[int, int]], start: int, size: int) -> None:
    meet = any(low < start + size and start < high for low, high in ranges)

    assert Spans(ranges).meet(start, start + size) is meet
    assert bool(Spans(ranges).inside(start, start + size)) is meet


def test_stretches_that_overlap_are_one_and_those_that_touch_are_two() -> None:
    spans = Spans([(4, 6), (0, 3), (2, 4), (8, 9)])

    assert spans.around(3) == (0, 4)
    assert spans.around(5) == (4, 6)
    assert spans.around(7) == (7, 7)
    assert spans.inside(3, 9) == [(0, 1), (1, 3), (5, 6)]
