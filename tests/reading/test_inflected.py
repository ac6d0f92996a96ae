"""The forms of words that agree with a noun."""

from __future__ import annotations

from replyctl.language import load
from replyctl.reading.inflected import FEMININE, MASCULINE, SEVERAL, SEVERAL_FEMININE, forms


def test_each_form_tells_what_it_goes_with_and_finds_the_others() -> None:
    known = forms("he", "describing")
    new = known["חדשה"]

    assert new.fits == {FEMININE}
    assert [new.fitting(wanted) for wanted in (MASCULINE, FEMININE, SEVERAL)] == ["חדש", "חדשה", "חדשים"]
    assert known["חדשים"] in known.values()
    assert "חדשה" in known["חדש"].of


def test_what_several_of_both_genders_share_fits_both() -> None:
    shared = [form for form in forms("he", "agreeing").values() if SEVERAL_FEMININE in form.fits]

    assert shared
    assert all(form.fits >= {SEVERAL, SEVERAL_FEMININE} for form in shared if len(form.of) == SEVERAL_FEMININE)


def test_a_language_without_such_lists_has_no_forms() -> None:
    assert not load("en").groups.get("describing")
    assert forms("en", "describing") == {}
