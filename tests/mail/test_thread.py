"""When a mail was sent, and the ids of its thread: they go into the headers of the answer."""

from __future__ import annotations

import pytest

from replyctl.mail.message.headers_and_text import Message, message
from replyctl.mail.message.intake import Raw
from replyctl.mail.thread import own_id, references, sent


def mail(headers: str) -> Message:
    return message(Raw(f"From: a@mail.example\n{headers}\n\nhi\n".encode(), 0, is_whole=True))


@pytest.mark.parametrize(
    ("headers", "moment"),
    [
        ("Date: Wed, 25 Nov 2026 09:14:02 +0200", "2026-11-25T09:14:02+02:00"),
        ("Date: Mon, 99 Foo 99999 99:99:99 +9999", ""),
        ("Date: Wed, 25 Nov 0026 09:14:02 +0200", "2026-11-25T09:14:02+02:00"),
        ("Received: from x by y;\n Wed, 25 Nov 2026 09:14:02 +0000", "2026-11-25T09:14:02+00:00"),
        ("Subject: no date", ""),
        (
            "Date: Tue, 01 Dec 2020 09:00:00 +0000\nReceived: by y; Tue, 1 Dec 2026 09:00:05 +0000",
            "2026-12-01T09:00:05+00:00",
        ),
        (
            "Date: Sun, 01 Dec 2030 09:00:00 +0000\nReceived: by y; Tue, 1 Dec 2026 09:00:05 +0000",
            "2026-12-01T09:00:05+00:00",
        ),
        (
            "Date: Sun, 29 Nov 2026 09:00:00 -0000\nReceived: by y; Tue, 1 Dec 2026 09:00:05 +0000",
            "2026-11-29T09:00:00",
        ),
        ("Date: Tue, 01 Dec 2020 09:00:00 +0000\nReceived: by y; nonsense", "2020-12-01T09:00:00+00:00"),
    ],
)
def test_a_mail_was_sent_when_it_says_else_when_it_was_received(headers: str, moment: str) -> None:
    assert sent(mail(headers)) == moment


@pytest.mark.parametrize(
    ("headers", "own", "others"),
    [
        ("Message-ID: <a@b>\nReferences: <1@b> <2@b>\n <3@b>", "<a@b>", ("<1@b>", "<2@b>", "<3@b>")),
        ("Message-ID: <a@b>\nIn-Reply-To: <1@b>", "<a@b>", ("<1@b>",)),
        ("In-Reply-To: <1@b> <2@b>", "", ()),
        ("Message-ID: <a b@c>\nReferences: <x\tBcc: evil@x> <1@b> <1@b>", "", ("<1@b>",)),
        ("Message-ID: none", "", ()),
    ],
)
def test_only_ids_that_are_whole_are_taken(headers: str, own: str, others: tuple[str, ...]) -> None:
    found = mail(headers)

    assert (own_id(found), references(found)) == (own, others)
