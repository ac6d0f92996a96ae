"""A mail that names several orders: the agent chooses, and is told of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from delayed import ANSWER

if TYPE_CHECKING:
    from conftest import Desk, Mails

TWO = "Hi,\n\nHW-1001 came but HW-1002 did not. Where is HW-1002?\n\nSarah"
PATTERNS = 'order_patterns: ["HW-\\\\d+"]\n'
VALUES = ANSWER[2:]
NOTICE = "notice: the mail names 2 orders: HW-1002, HW-1001; --set order=… chooses one"


@pytest.fixture
def asked(desk: Desk, mails: Mails) -> Desk:
    file = desk.home / "config" / "replyctl" / "config.yaml"
    desk.configure(file.read_text("utf-8") + PATTERNS)
    (desk.home / "mail.eml").write_bytes(mails.write(TWO, Subject="My orders"))
    return desk


def test_where_nobody_can_be_asked_the_one_that_is_asked_about_is_taken(asked: Desk) -> None:
    taken = asked.run("reply", "mail.eml", "--no-input", *VALUES)
    chosen = asked.run("reply", "mail.eml", "--no-input", *VALUES, "--set", "order=HW-1001")

    assert b"HW-1002" in taken.stdout
    assert NOTICE in taken.stderr.decode()
    assert b"HW-1001" in chosen.stdout
    assert NOTICE not in chosen.stderr.decode()


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Two orders", "HW-1001 has come, all good. HW-1002 has not. Where is it?"),
        ("Two orders", "Where are HW-1001 and HW-1002?"),
        ("order HW-1002", "Order HW-1001 came fine. When will the other one come?"),
        ("两个订单", "订单HW-1001收到了，HW-1002还没到。什么时候到？"),
        ("הזמנה HW-1002", "הזמנה HW-1001 הגיעה בשלום. מתי תגיע השנייה?"),
    ],
)
def test_where_nobody_can_be_asked_and_the_mail_asks_about_no_single_one_it_is_missing(
    desk: Desk, mails: Mails, subject: str, text: str
) -> None:
    desk.configure((desk.home / "config" / "replyctl" / "config.yaml").read_text("utf-8") + PATTERNS)
    headers = {"Subject": subject, "Content_Type": "text/plain; charset=utf-8"}
    given = desk.run("reply", "--no-input", *VALUES, stdin=mails.write(f"{text}\n\nSarah", **headers))

    assert (given.returncode, given.stdout) == (3, b"")
    assert "the mail names 2 orders: HW-1001, HW-1002; --set order=… chooses one" in given.stderr.decode()
    assert b"no value for order" in given.stderr


def test_on_a_terminal_the_agent_chooses_from_them(asked: Desk) -> None:
    terminal = asked.open("reply", "mail.eml", *VALUES, rows=40)
    terminal.see("1 HW-1002", "2 HW-1001")
    terminal.press("2", "enter")
    terminal.see("Enter done")
    terminal.press("enter")
    terminal.end()

    assert "HW-1001" in terminal.screen
    assert "HW-1002" not in terminal.screen


def test_read_names_the_others(asked: Desk) -> None:
    assert b"Order     HW-1002 (also named: HW-1001)" in asked.run("read", "mail.eml").stdout


def test_a_number_that_nothing_tells_as_an_order_is_pointed_at(desk: Desk, mails: Mails) -> None:
    unnamed = desk.run(*ANSWER, stdin=mails.write("Hi, where is XQ77-12345?\n\nSarah", Subject="Hello"))
    nothing = desk.run(*ANSWER, stdin=mails.write("Hi, where is it? Call 020 7946 0958.\n\nSarah", Subject="Hello"))

    assert unnamed.returncode == nothing.returncode == 3
    assert b"the mail has XQ77-12345: if your order numbers look like it, `order_patterns`" in unnamed.stderr
    assert b"order_patterns" not in nothing.stderr
