"""aerc with the line of the README: the open mail goes into replyctl, the draft lies in Drafts and is reviewed there.

A raw draft, not a message: the recall of aerc 0.14 decodes a body twice, so that one in base64 comes out empty. The same
version draws some tabs of programs at the next key only.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from agent import answer, check, press_until
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
    keys = re.sub(
        r"^\[(?:messages|view)\]\n", lambda found: found[0] + line, shipped.read_text("utf-8"), flags=re.MULTILINE
    )
    (folder / "binds.conf").write_text(keys, "utf-8")
    (folder / "accounts.conf").write_text(ACCOUNT.format(home=shop.home), "utf-8")
    (folder / "accounts.conf").chmod(0o600)
    (folder / "aerc.conf").write_text(SETTINGS)
    return shop.open("aerc")


@pytest.mark.parametrize("place", ["list", "mail"])
def test_the_open_mail_is_answered_reviewed_and_sent(place: str, customer: Customer, shop: Shop) -> None:
    shop.receive(customer)
    terminal = opened(shop)
    terminal.see("Connected")
    terminal.see(customer.name)
    if place == "mail":
        press_until(terminal, "enter", "HW-659", again="space")
    press_until(terminal, "ra", "Enter picks", again="space")
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
    terminal.see(customer.reply_subject[:10])
    terminal.press("enter")
    terminal.see("Send this email?")
    press_until(terminal, "v", customer.greeting, again="space")
    terminal.press("q")
    terminal.see("Send this email?")
    terminal.press("y")
    terminal.see("Recalled message deleted")

    assert private == 0o600
    check(shop.sent(), customer, shop)
