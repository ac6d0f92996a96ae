from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.agreement import disagreements
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "value"), [("תוך שתי ימים", "שני ימים"), ("אחרי שלושה שנים", "שלוש שנים"), ("עשר ימים", "עשרה ימים")]
)
def test_a_number_of_the_other_gender_is_told_with_the_one_that_agrees(text: str, value: str) -> None:
    (hit,) = disagreements(cut(text, load("he")))

    assert hit.value == value


@pytest.mark.parametrize("text", ["תוך שני ימים", "אחרי שלוש שנים", "שלוש, ימים", "בשלוש יצאנו"])
def test_a_number_that_agrees_or_counts_nothing_is_left_alone(text: str) -> None:
    assert disagreements(cut(text, load("he"))) == []


def test_a_language_whose_numbers_have_no_gender_has_none() -> None:
    assert disagreements(cut("three days", load("en"))) == []
