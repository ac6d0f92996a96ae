"""The forms of words that agree with a noun."""

from __future__ import annotations

from replyctl.language import load
from replyctl.reading.inflected import FEMININE, MASCULINE, SEVERAL, SEVERAL_FEMININE, forms


def test_each_form_tells_what_it_goes_with_and_finds_the_others() -> None:
    new = forms("he", "describing")["חדשה"]

    assert new.fits == {FEMININE}
    assert [new.fitting(wanted) for wanted in (MASCULINE, FEMININE, SEVERAL)] == ["חדש", "חדשה", "חדשים"]


def test_the_last_of_three_forms_goes_with_several_of_both_genders() -> None:
    sent = forms("he", "agreeing")["הגיעו"]

    assert sent.of == ("הגיע", "הגיעה", "הגיעו")
    assert sent.fits == {SEVERAL, SEVERAL_FEMININE}
    assert sent.fitting(SEVERAL_FEMININE) == "הגיעו"


def test_a_language_without_such_lists_has_no_forms() -> None:
    assert not load("en").groups.get("describing")
    assert forms("en", "describing") == {}
