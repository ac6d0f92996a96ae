"""mutt and neomutt with the lines of the README: the open mail goes into replyctl, the draft comes back for review."""

from __future__ import annotations

import stat
import time
from typing import TYPE_CHECKING

import pytest
from agent import answer, check
from needed import needed
from readme_lines import lines_for

if TYPE_CHECKING:
    from customer import Customer
    from shop import Shop
    from terminal import Terminal

SETTINGS = """\
set folder=~/Mail spoolfile=+INBOX record=+Sent postponed=+Drafts mbox_type=Maildir
set from=care@homeworks.example sendmail="sendmail -oi -oem"
set signature=~/signature
"""


@pytest.fixture(params=["mutt", "neomutt"])
def client(request: pytest.FixtureRequest) -> str:
    """The program, if it is there."""
    needed(request.param)
    return str(request.param)


def opened(client: str, shop: Shop) -> Terminal:
    (shop.home / "signature").write_text("The client's own signature\n")
    (shop.home / f".{client}rc").write_text(SETTINGS + lines_for(client), "utf-8")
    return shop.open(client)


def test_the_open_mail_is_answered_reviewed_and_sent(client: str, customer: Customer, shop: Shop) -> None:
    shop.receive(customer)
    terminal = opened(client, shop)
    terminal.see(customer.name)
    terminal.press("enter")
    terminal.see("HW-659")
    terminal.press("A")
    answer(terminal, customer)
    terminal.see("y:Send")
    (draft,) = shop.drafts.glob("tmp.*")
    private = stat.S_IMODE(draft.stat().st_mode)
    terminal.press("enter")
    review = terminal.see(customer.greeting)
    terminal.press("q")
    terminal.see("y:Send")
    terminal.press("y")
    terminal.see("HW-659")
    terminal.see("i:Exit")
    print(private, review)
    check(shop.sent(), customer, shop)
