from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.language.salutation import TONES, folded


@pytest.mark.parametrize(
    ("written", "looked_up"),
    [("Dr.", "dr"), ("DR", "dr"), ("Ph.D.", "phd"), ("ד״ר", 'ד"ר'), ("ד''ר", 'ד"ר'), ("גב׳", "גב'"), ("女士", "女士")],
)
def test_a_title_is_looked_up_without_case_stops_and_curly_marks(written: str, looked_up: str) -> None:
    assert folded(written) == looked_up


@pytest.mark.parametrize(
    ("code", "form", "key", "gender"),
    [("en", "mrs", "mrs", "f"), ("zh", "先生", "mr", "m"), ("he", "גב'", "ms", "f"), ("en", "dr", "dr", None)],
)
def test_a_title_has_one_key_in_all_languages_and_a_gender_only_where_it_says_so(
    code: str, form: str, key: str, gender: str | None
) -> None:
    salutation = load(code).salutation
    assert salutation is not None

    assert (salutation.before[form].key, salutation.before[form].gender) == (key, gender)


@pytest.mark.parametrize("code", ["en", "zh", "he"])
def test_every_piece_of_the_frame_has_both_tones(code: str) -> None:
    salutation = load(code).salutation
    assert salutation is not None

    for piece in ("greeting", "introduction", "reopening", "offer", "closing"):
        assert set(getattr(salutation, piece)) == set(TONES)


def test_what_stands_only_behind_a_name_is_known_apart() -> None:
    salutation = load("en").salutation
    assert salutation is not None

    assert "phd" in salutation.after
    assert "phd" not in salutation.before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("שירות לקוחות", "שירות הלקוחות"),
        ("מחלקת שירות לקוחות", "מחלקת שירות הלקוחות"),
        ("הנהלת חשבונות", "הנהלת החשבונות"),
        ("תמיכה טכנית", "התמיכה הטכנית"),
        ("תמיכה בחשבונות", "התמיכה בחשבונות"),
        ("החזרות וזיכויים", "ההחזרות והזיכויים"),
        ("לקוחות עסקיים", "הלקוחות העסקיים"),
        ("צוות טכני", "הצוות הטכני"),
        ("צוות ההתקנות", "צוות ההתקנות"),
        ("מוקד חיפה", "מוקד חיפה"),
        ("משאבי אנוש", "משאבי אנוש"),
    ],
)
def test_a_department_is_said_as_the_one_that_customers_know_where_its_form_is_sure(typed: str, said: str) -> None:
    salutation = load("he").salutation
    assert salutation is not None

    assert salutation.definite.of(typed) == said
