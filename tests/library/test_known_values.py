from __future__ import annotations

import pytest

from replyctl.errors import ValueRefused
from replyctl.language import DEFAULT, load
from replyctl.library.known_values import ASKED, KNOWN, READ, gender


def test_what_is_asked_or_read_from_a_mail_is_a_value_that_every_reply_knows() -> None:
    assert set(ASKED) <= set(KNOWN)
    assert set(ASKED) == set(load(DEFAULT).questions)
    assert set(READ.values()) <= set(KNOWN)


@pytest.mark.parametrize(("text", "known"), [("m", "m"), ("Female", "f"), ("n", None), ("unknown", None)])
def test_a_gender_is_said_in_a_word(text: str, known: str | None) -> None:
    assert gender(text) == known


@pytest.mark.parametrize("text", ["", "x", "זכר", "mr"])
def test_any_other_word_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused, match="m, f, or n"):
        gender(text)
