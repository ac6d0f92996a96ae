"""Where the format says to whom the reply goes, the form asks for it; the last reply can be edited once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Desk

VALUES = ("--set", "order=HW-1", "--set", "amount=49 EUR", "--set", "refund_by=+5wd", "--without", "returned")


def test_the_customers_address_is_asked_where_there_is_a_header_for_it(desk: Desk) -> None:
    terminal = desk.open("compose", "refund-approved", "-f", "draft", *VALUES, "--set", "customer.name=Diane")
    terminal.see("e-mail address")
    terminal.press("diane@x.example", "enter")
    terminal.see("Your refund", "q leave")  # the form shows the reply too
    terminal.press("enter")

    assert terminal.end() == 0
    assert "To: Diane <diane@x.example>" in terminal.raw


def test_the_last_reply_is_edited_once_more(desk: Desk) -> None:
    desk.run("compose", "refund-approved", "--no-input", *VALUES, "--set", "customer.name=Diane")
    editor = desk.home / "editor"
    editor.write_text("#!/bin/sh\necho 'P.S. It is sunny.' >> \"$1\"\n", "utf-8")
    editor.chmod(0o755)

    terminal = desk.open("compose", "--again", "--edit", VISUAL=str(editor))

    assert terminal.end() == 0
    assert "P.S. It is sunny." in terminal.raw
