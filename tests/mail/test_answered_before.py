"""cli/reply/test_thread.py answers mails of each kind; here are those whose signs deceive."""

from __future__ import annotations

import pytest

from replyctl.mail.addresses import NamedAddress
from replyctl.mail.answered_before import answered_before
from replyctl.mail.quote_tail import Tail

SARAH = NamedAddress("Sarah", "sarah@mail.example")
OURS = {"care@shop.example"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hello\n\nOn 3 May 2026 at 10:00 Dana <care@shop.example>\nwrote:\n> Hi", True),
        ("你好\n\n在 2026年5月3日 10:00，Dana <care@shop.example> 写道：\n> 您好", True),
        ("שלום\n\nבתאריך יום א׳, 3 במאי 2026 ב-10:00 מאת דנה <care@shop.example>:\n> היי", True),
        (
            "Hello\n\nOn 3 May 2026 at 10:00 Sarah <sarah@mail.example> wrote:\n> Hi, I wrote to care@shop.example",
            False,
        ),
        (
            "Hello\n\n-----Original Message-----\nFrom: Sarah\nSent: Monday\nTo: care@shop.example\nSubject: a\n\nHi",
            False,
        ),
        ("I wrote to care@shop.example:\nnobody answered", False),
    ],
)
def test_whoever_wrote_the_mail_below_counts(text: str, expected: bool) -> None:
    assert answered_before((), Tail(text), OURS, SARAH) is expected


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("<1@shop.example>", True),
        ("<1@MX.Shop.Example>", True),
        ("<1@workshop.example>", False),
        ("<1@shop.example.mail.example>", False),
        ("<1>", False),
    ],
)
def test_an_id_of_our_own_host_counts(id_: str, expected: bool) -> None:
    assert answered_before((id_,), Tail("Hello"), OURS, SARAH) is expected
