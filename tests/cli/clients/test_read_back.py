"""`read` of each message that replyctl writes gives back what went in, as the customer's own replyctl would read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from agent import NAME

if TYPE_CHECKING:
    from customer import Customer
    from shop import Shop


@pytest.mark.parametrize("form", ["draft", "eml", "eml --complete"])
def test_a_written_message_tells_who_about_what_and_in_which_language(
    form: str, customer: Customer, shop: Shop
) -> None:
    given = ("--set", f"fault={customer.fault}", "--set", "parts.replacement=no", "--set", "parts.review=no")
    written = shop.desk.run(
        "reply", "--snippet", "damaged-item", "--no-input", *given, "-f", *form.split(), stdin=customer.mail()
    )

    found = shop.told(written.stdout)
    assert (found["name"], found["reply_to"]) == (NAME[customer.lang], "care@homeworks.example")
    assert (found["order"], found["language"]) == ("HW-659", customer.lang)
    assert (found["subject"], found["reply_subject"]) == (customer.reply_subject, customer.reply_subject)
    assert customer.sentence in found["own_text"]
    assert (found["auto"], found["questions"], found["attachments"]) == (False, [], [])
