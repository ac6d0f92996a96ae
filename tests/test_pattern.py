from __future__ import annotations

import pytest

from replyctl.errors import PatternTooSlow
from replyctl.pattern import fits, wrong


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        (r"HW-\d{3}", ""),
        (r"(?<=#)\p{Lu}+", ""),
        ("HW-(", "missing )"),
        ("a" * 1001, "longer than 1000 characters"),
        ("(?R)x", "it refers to itself"),
    ],
)
def test_a_pattern_that_we_do_not_take_is_told_why(pattern: str, why: str) -> None:
    assert why in wrong(pattern)
    assert bool(wrong(pattern)) is bool(why)


def test_a_value_fits_where_one_pattern_matches_all_of_it() -> None:
    assert fits("HW-659", [r"[A-Z]{3}", r"HW-\d+"])
    assert not fits("HW-659b", [r"HW-\d+"])
    assert not fits("HW-659", [])


@pytest.mark.parametrize(("pattern", "text"), [("(a+)+$", "a" * 40 + "b"), ("(x|x|xx)*y", "x" * 60)])
def test_what_would_take_python_years_takes_no_time(pattern: str, text: str) -> None:
    assert not fits(text, [pattern])


def test_a_pattern_that_takes_too_long_is_stopped_and_named() -> None:
    with pytest.raises(PatternTooSlow) as slow:
        fits("ab" * 10_000, [r"HW-\d+", r"(?:.*?,){11}P|(?:(.).*\1.*)+z"])

    assert slow.value.pattern == r"(?:.*?,){11}P|(?:(.).*\1.*)+z"
