from __future__ import annotations

import pytest

from replyctl.language.salutation import Gender
from replyctl.template.namespace import Approved, ByGender


@pytest.mark.parametrize(("gender", "words"), [("m", "מצטער"), ("f", "מצטערת"), (None, "צר לי")])
def test_the_words_fit_the_gender_and_are_the_authors_own(gender: Gender | None, words: str) -> None:
    chosen = ByGender(gender)(m="מצטער", f="מצטערת", n="צר לי")

    assert chosen == words
    assert isinstance(chosen, Approved)


def test_all_three_forms_are_given_by_name() -> None:
    with pytest.raises(TypeError):
        ByGender("m")(m="a", f="b")  # type: ignore[call-arg] # that is the point
