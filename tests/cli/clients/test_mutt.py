"""mutt and neomutt with the lines of the README: the open mail goes into replyctl, the draft comes back for review."""

from __future__ import annotations

import stat
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from agent import answer, check, press_until
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


def begun(client: str, customer: Customer, shop: Shop) -> Terminal:
    """The customer's mail is open, the macro's key pressed."""
    shop.receive(customer)
    terminal = opened(client, shop)
    terminal.see(customer.name)
    terminal.press("enter")
    terminal.see("HW-659")
    terminal.press("A")
    return terminal


def test_the_open_mail_is_answered_reviewed_and_sent(client: str, customer: Customer, shop: Shop) -> None:
    terminal = begun(client, customer, shop)
    answer(terminal, customer)
    shown = terminal.see("y:Send")
    modes = [stat.S_IMODE(draft.stat().st_mode) for draft in shop.private()]
    terminal.press("enter")
    terminal.see(customer.greeting)
    terminal.press("q")
    terminal.see("y:Send")
    unsent = not (shop.home / "sent").exists()
    terminal.press("y")
    terminal.see("i:Exit")

    assert f"Subject: {customer.reply_subject}" in shown
    assert modes == [0o600]
    assert unsent
    assert shop.private() == []
    check(shop.sent(), customer, shop)


def test_no_draft_is_opened_where_replyctl_is_left(client: str, english: Customer, shop: Shop) -> None:
    terminal = begun(client, english, shop)
    terminal.see("Enter picks")
    terminal.press("escape")
    terminal.see("Press any key")
    terminal.press("enter")
    terminal.see("i:Exit")

    assert shop.private() == []
    assert not (shop.home / "sent").exists()


def test_a_mail_that_nobody_waits_for_is_not_answered_and_the_reason_stays_on_the_screen(
    client: str, english: Customer, shop: Shop
) -> None:
    terminal = begun(client, replace(english, extra="Auto-Submitted: auto-replied"), shop)
    shown = terminal.see("Press any key")

    assert "automatic reply" in shown
    assert shop.private() == []


def test_ctrl_c_in_the_draft_neither_loses_nor_keeps_it(client: str, english: Customer, shop: Shop) -> None:
    terminal = begun(client, english, shop)
    answer(terminal, english)
    terminal.see("y:Send")
    press_until(terminal, "ctrl-c", "Exit", again="ctrl-c")
    terminal.press("n")
    terminal.see("y:Send")
    kept = shop.private()
    terminal.press("y")
    terminal.see("i:Exit")

    assert len(kept) == 1
    assert shop.private() == []
    check(shop.sent(), english, shop)


def test_a_window_that_is_closed_leaves_no_draft_behind(client: str, english: Customer, shop: Shop) -> None:
    terminal = begun(client, english, shop)
    answer(terminal, english)
    terminal.see("y:Send")
    kept = shop.private()
    terminal.hang_up()
    deadline = time.monotonic() + 20
    while shop.private() and time.monotonic() < deadline:
        time.sleep(0.05)

    assert len(kept) == 1
    assert shop.private() == []


def test_a_snippets_file_is_in_the_draft(client: str, english: Customer, shop: Shop) -> None:
    shop.add_manual()
    terminal = begun(client, english, shop)
    terminal.see("Enter picks")
    terminal.press("manual")
    terminal.see("The manual is attached.")
    terminal.press("enter")
    terminal.see("Enter done")
    terminal.press("enter")
    terminal.see("y:Send")
    shown = terminal.see("manual.pdf")
    terminal.press("y")
    terminal.see("i:Exit")

    assert "manual.pdf" in shown
    (file,) = shop.sent().message.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("manual.pdf", b"%PDF-1.4\n")


def test_each_of_two_questions_is_answered_in_the_mail_that_is_sent(client: str, english: Customer, shop: Shop) -> None:
    asked = replace(
        english, text="Hello,\n\nWhen will my desk HW-659 be ready? Which oil suits the wood?\n\nDiane Smith\n"
    )
    terminal = begun(client, asked, shop)
    terminal.see("Ctrl-T type")
    terminal.press("\x14")
    terminal.see("✓ 1")
    terminal.press("\x14")
    terminal.see("Your answer to: When")
    terminal.press("It is ready on 12 March 2027.", "enter")
    terminal.see("Your answer to: Which")
    terminal.press("Any linseed oil.", "enter")
    terminal.see("Enter done")
    terminal.press("enter")
    terminal.see("y:Send")
    terminal.press("y")
    terminal.see("i:Exit")

    body = shop.sent().message.get_content()
    assert "> When will my desk HW-659 be ready?\n\nIt is ready on 12 March 2027.\n" in body
    assert "> Which oil suits the wood?\n\nAny linseed oil.\n" in body
