"""Greetings that begin to name somebody and do not."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.unnamed import unnamed
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("language", "greeting", "customer", "found"),
    [
        ("en", "Dear ,", "", "Dear ,"),
        ("en", "Dear Ms.,", "Ann Frey", "Dear Ms.,"),
        ("en", "Dear  Frey,", "Ann Frey", "Dear  Frey"),
        ("en", "Hi  Ann,", "Ann Frey", None),
        ("en", "Hi First Name,", "Ann Frey", "First Name"),
        ("en", "Hi none,", "", "none"),
        ("en", "Hi None,", "None Suzuki", None),
        ("en", "Dear Mr. Null,", "", None),
        ("en", "Dear Professor,", "", None),
        ("en", "Dear Customer,", "", None),
        ("zh", "尊敬的客户姓名：", "", "客户姓名"),
        ("zh", "尊敬的客户：", "", None),
        ("zh", "先生，您好：", "", None),
        ("he", "שלום גב',", "תמר לוי", "שלום גב',"),
        ("he", "שלום שם הלקוח,", "", "שם הלקוח"),
        ("he", "שלום תמר,", "תמר לוי", None),
    ],
)
def test_a_greeting_without_a_name_in_the_names_place_is_found(
    language: str, greeting: str, customer: str, found: str | None
) -> None:
    piece = cut(f"{greeting}\n\n1.", load(language))
    place = unnamed(piece, customer)

    assert (place and piece.text[slice(*place)]) == found
