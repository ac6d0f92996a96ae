from __future__ import annotations

from replyctl.language import load
from replyctl.reading.transposed import transposed
from replyctl.text.cut import cut


def test_two_letters_of_a_frequent_word_in_each_others_place_are_seen_behind_a_prefix_too() -> None:
    (hit,) = transposed(cut("בדקנו את החבשון שלך", load("he")))

    assert (hit.value, hit.glued) == ("חשבון", 1)


def test_a_word_of_its_own_is_no_slip_of_another() -> None:
    assert transposed(cut("בדקנו את החשבון, והמוצר בדרך אליך היום", load("he"))) == []


def test_a_language_without_such_words_has_no_slips() -> None:
    assert transposed(cut("the accuont", load("en"))) == []
