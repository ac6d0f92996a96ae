"""notmuch with the line of the README: a mail goes into replyctl, the draft lies in the mailbox and is reviewed there."""

from __future__ import annotations

import stat
import subprocess
from typing import TYPE_CHECKING

from agent import answer, check
from needed import needed
from readme_lines import lines_for

if TYPE_CHECKING:
    from customer import Customer
    from shop import Shop

SETTINGS = """\
[database]
path={home}/Mail
[user]
name=Dana Levi
primary_email=care@homeworks.example
[new]
tags=unread;inbox
"""


def notmuch(shop: Shop, *arguments: str) -> str:
    """What it prints."""
    needed("notmuch")
    (shop.home / ".notmuch-config").write_text(SETTINGS.format(home=shop.home))
    return subprocess.run(
        ["notmuch", *arguments], env=shop.env, capture_output=True, text=True, check=True, timeout=60
    ).stdout


def test_a_mail_is_answered_and_the_draft_is_shown_in_the_mailbox(customer: Customer, shop: Shop) -> None:
    shop.receive(customer)
    notmuch(shop, "new")
    terminal = shop.open("/bin/sh", "-c", f"{lines_for('notmuch')} answer id:{customer.message_id.strip('<>')}; echo ended $?")
    answer(terminal, customer)
    terminal.see("ended 0")
    review = notmuch(shop, "show", "tag:draft")
    print(review)
    (draft,) = (shop.mail / "Drafts" / "cur").iterdir()

    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
