from __future__ import annotations

import pytest

from replyctl.mail.addresses import NamedAddress
from replyctl.mail.name_agreement import agrees
from replyctl.people.name import Name


@pytest.mark.parametrize(
    ("signed", "shown", "address", "language", "fits"),
    [
        ("Gurdip Singh", "Gurdeep Singh", "g@mail.example", "en", True),
        ("Liz", "Elizabeth Stone", "es@mail.example", "en", True),
        ("Mike Miller", "Anna Smith", "a@mail.example", "en", True),  # plainly another person
        ("Disappointed Customer", "Jane Smith", "j@mail.example", "en", False),
        ("London", "Jane Smith", "j@mail.example", "en", False),
        ("London", "Shop orders", "orders@mail.example", "en", True),  # nothing gainsays it
        ("李小明", "王丽", "w@mail.example", "zh", True),
        ("广州", "王丽", "w@mail.example", "zh", False),
        ("王丽", "Li Wang", "l@mail.example", "zh", True),  # in the mail's own script
        ("דנה כהן", "משה לוי", "m@mail.example", "he", True),
        ("לקוח מאוכזב", "משה לוי", "m@mail.example", "he", False),
    ],
)
def test_a_line_under_a_mail_gainsays_a_persons_name_only_where_it_is_plainly_one(
    signed: str, shown: str, address: str, language: str, fits: bool
) -> None:
    displayed = NamedAddress(shown, address)

    assert agrees(Name.parse(signed), Name.parse(shown), displayed, language) is fits


def test_where_from_names_nobody_any_name_will_do() -> None:
    assert agrees(Name.parse("Priya"), None, NamedAddress("", "p@mail.example"), "en")
