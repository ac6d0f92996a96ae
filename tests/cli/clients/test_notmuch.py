"""notmuch with the line of the README: a mail goes into replyctl, the draft lies in the mailbox and is reviewed there."""

from __future__ import annotations

import stat
import subprocess
from typing import TYPE_CHECKING

import pytest
from agent import answer, check
from needed import needed
from readme_lines import lines_for
from shop import Sent, Shop
from smtp_server import SmtpServer

if TYPE_CHECKING:
    from customer import Customer
    from terminal import Terminal

SETTINGS = """\
[database]
path={home}/Mail
[user]
name=Dana Levi
primary_email=care@homeworks.example
[new]
tags=unread;inbox
"""


def opened(shop: Shop, line: str) -> Terminal:
    """A shell that has the README's functions runs a line of its own, and says how that ended."""
    return shop.open("/bin/sh", "-c", f'{lines_for("notmuch")}{line}; echo "ended: $?"')


def notmuch(shop: Shop, *arguments: str) -> str:
    """What it prints."""
    done = subprocess.run(["notmuch", *arguments], env=shop.env, capture_output=True, check=True, timeout=60)
    return done.stdout.decode()


@pytest.fixture
def mailbox(shop: Shop) -> Shop:
    """An agent who has notmuch."""
    needed("notmuch")
    (shop.home / ".notmuch-config").write_text(SETTINGS.format(home=shop.home), "utf-8")
    return shop


def test_a_mail_is_answered_its_draft_is_reviewed_and_sent(customer: Customer, mailbox: Shop) -> None:
    needed("msmtp")
    mailbox.receive(customer)
    notmuch(mailbox, "new")
    terminal = opened(mailbox, f"answer id:{customer.message_id.strip('<>')}")
    answer(terminal, customer)
    terminal.see("ended: 0")
    review = notmuch(mailbox, "show", "tag:draft")
    (draft,) = (mailbox.mail / "Drafts" / "cur").iterdir()
    written = draft.read_bytes()
    private = stat.S_IMODE(draft.stat().st_mode)
    thread = notmuch(mailbox, "search", "--output=messages", f"thread:{{id:{customer.message_id.strip('<>')}}}").split()
    with SmtpServer() as server:
        mailbox.configure_msmtp(server.port)
        opened(mailbox, "send tag:draft").see("ended: 0")

    assert customer.sentence in review
    assert private == 0o600
    assert b"\r" not in written  # Emacs resumes no other draft
    assert len(thread) == 2
    assert notmuch(mailbox, "count", "tag:draft").strip() == "0"
    check(Sent(*server.mails[0]), customer, mailbox)


def test_nothing_is_put_into_the_mailbox_where_replyctl_is_left(english: Customer, mailbox: Shop) -> None:
    mailbox.receive(english)
    notmuch(mailbox, "new")
    terminal = opened(mailbox, f"answer id:{english.message_id.strip('<>')}")
    terminal.see("Enter picks")
    terminal.press("escape")
    terminal.see("ended: 1")

    assert notmuch(mailbox, "count", "*").strip() == "1"
    assert [file for file in (mailbox.mail / "Drafts").rglob("*") if file.is_file()] == []
