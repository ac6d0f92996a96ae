"""msmtp with the line of the README: what the agent accepted on replyctl's screen is sent as it is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from agent import answer, check
from needed import needed
from readme_lines import lines_for
from shop import Sent
from smtp_server import SmtpServer

if TYPE_CHECKING:
    from customer import Customer
    from shop import Shop
    from terminal import Terminal


def opened(shop: Shop) -> Terminal:
    """A shell runs the line, and says how it ended."""
    return shop.open("/bin/sh", "-c", f'{lines_for("msmtp")}echo "ended: $?"')


def test_an_accepted_reply_reaches_the_customer_and_nobody_else(customer: Customer, shop: Shop) -> None:
    needed("msmtp")
    (shop.home / "mail.eml").write_bytes(customer.mail())
    with SmtpServer() as server:
        shop.configure_msmtp(server.port)
        terminal = opened(shop)
        answer(terminal, customer)
        terminal.see("ended: 0")

    (mail,) = server.mails
    check(Sent(*mail), customer, shop)


def test_nothing_is_sent_where_replyctl_is_left(english: Customer, shop: Shop) -> None:
    needed("msmtp")
    (shop.home / "mail.eml").write_bytes(english.mail())
    with SmtpServer() as server:
        shop.configure_msmtp(server.port)
        terminal = opened(shop)
        terminal.see("Enter picks")
        terminal.press("escape")
        terminal.see(f"ended: {os.EX_USAGE}")

    assert server.mails == []
