"""Verbs in all their forms."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.verbs import regular, verbs


@pytest.mark.parametrize(
    ("form", "all_forms"),
    [
        ("received", ("receive", "receives", "received", "received", "receiving")),
        ("took", ("take", "takes", "took", "taken", "taking")),
        ("shipping", ("ship", "ships", "shipped", "shipped", "shipping")),
        ("tries", ("try", "tries", "tried", "tried", "trying")),
        ("apologised", ("apologise", "apologises", "apologised", "apologised", "apologising")),
        ("apologized", ("apologize", "apologizes", "apologized", "apologized", "apologizing")),
    ],
)
def test_a_verb_is_known_by_each_of_its_forms(form: str, all_forms: tuple[str, ...]) -> None:
    assert verbs("en")[form][:-1] == all_forms


@pytest.mark.parametrize(("noun", "plural"), [("box", "boxes"), ("battery", "batteries"), ("day", "days")])
def test_the_first_regular_form_is_a_nouns_plural_too(noun: str, plural: str) -> None:
    assert regular(noun, load("en"))[0] == plural


@pytest.mark.parametrize("code", ["zh", "he", "und"])
def test_a_language_that_lists_none_has_none(code: str) -> None:
    assert verbs(code) == {}
