"""aerc with the line of the README: the open mail goes into replyctl, the draft lies in Drafts and is reviewed there."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from agent import answer, check
from needed import needed
from readme_lines import lines_for

if TYPE_CHECKING:
    from customer import Customer
    from shop import Shop
    from terminal import Terminal

ACCOUNT = """\
[Shop]
source = maildir://{home}/Mail
outgoing = {home}/bin/sendmail
from = Dana Levi <care@homeworks.example>
default = INBOX
postpone = Drafts
copy-to = Sent
"""
SETTINGS = "[compose]\neditor=editor\n[viewer]\npager=less -R\n[filters]\ntext/plain=cat\n"
SHIPPED = ("/usr/share/aerc/binds.conf", "/usr/local/share/aerc/binds.conf", "/opt/homebrew/share/aerc/binds.conf")


def opened(shop: Shop) -> Terminal:
    """aerc with its own keys, and the README's line under both headings."""
    needed("aerc")
    shipped = next((Path(file) for file in SHIPPED if Path(file).is_file()), None)
    if shipped is None:
        pytest.skip("aerc's own binds.conf is at no place that is known here")
    folder = shop.home / "config" / "aerc"
    folder.mkdir(parents=True)
    line = lines_for("aerc")
    keys = re.sub(r"^\[(?:messages|view)\]\n", lambda found: found[0] + line, shipped.read_text("utf-8"), flags=re.MULTILINE)
    (folder / "binds.conf").write_text(keys, "utf-8")
    (folder / "accounts.conf").write_text(ACCOUNT.format(home=shop.home), "utf-8")
    (folder / "accounts.conf").chmod(0o600)
    (folder / "aerc.conf").write_text(SETTINGS)
    return shop.open("aerc")


def pressed(terminal: Terminal, keys: str, text: str) -> str:
    """The screen when `text` is on it. aerc 0.14 draws some new tabs at the next event only: pressing Space is one."""
    terminal.press(keys)
    for _ in range(5):
        if not terminal.soon(text):
            terminal.press("space")
    return terminal.see(text)


@pytest.mark.parametrize("place", ["list", "mail"])
def test_the_open_mail_is_answered_reviewed_and_sent(place: str, customer: Customer, shop: Shop) -> None:
    shop.receive(customer)
    terminal = opened(shop)
    terminal.see("Connected")
    terminal.see(customer.name)
    if place == "mail":
        pressed(terminal, "enter", "HW-659")
    pressed(terminal, "ra", "Enter picks")
    answer(terminal, customer)
    terminal.see("Process complete")
    (draft,) = (shop.mail / "Drafts" / "new").iterdir()
    private = stat.S_IMODE(draft.stat().st_mode)
    terminal.press("enter")
    terminal.see("Process complete", gone=True)
    if place == "mail":
        terminal.press("q")
        terminal.see("INBOX")
    terminal.press(":cf Drafts", "enter")
    pressed(terminal, "", customer.reply_subject[:10])
    terminal.press("enter")
    terminal.see("Send this email?")
    pressed(terminal, "v", customer.greeting)
    terminal.press("q")
    terminal.see("Send this email?")
    terminal.press("y")
    terminal.see("Recalled message deleted")

    assert private == 0o600
    check(shop.sent(), customer, shop)
