"""Our own messages, read again: lint finds nothing wrong with them, and `read` gives back what went in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desk, Mails

WRITTEN = {
    "en": ("Sarah Whitfield", "Where is my order HW-20391? It should be here by now."),
    "zh": ("王丽", "您好，我的订单 HW-20391 为什么还没到？"),
    "he": ("נועה כהן", "שלום, למה ההזמנה HW-20391 עוד לא הגיעה?"),
}
REASON = {"en": "the oak came late to our workshop", "zh": "橡木晚到工厂", "he": "העץ הגיע באיחור לבית המלאכה"}
SUBJECT = {"en": "Order HW-20391 late", "zh": "订单 HW-20391 未到", "he": "הזמנה HW-20391 לא הגיעה"}


def _message(desk: Desk, mails: Mails, language: str, *flags: str) -> bytes:
    name, text = WRITTEN[language]
    mail = mails.write(text, From=f"{name} <sarah@mail.example>", Subject=SUBJECT[language])
    (desk.home / "mail.eml").write_bytes(mail)
    values = ("--set", "new_date=2030-03-04", "--set", f"reason={REASON[language]}")
    done = desk.run("reply", "mail.eml", "--no-input", "--snippet", "order-delayed", *values, "-f", "eml", *flags)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("flags", [(), ("--complete", "--quote")], ids=["unsent", "complete"])
@pytest.mark.parametrize("language", WRITTEN)
def test_lint_passes_our_own_message(desk: Desk, mails: Mails, language: str, flags: tuple[str, ...]) -> None:
    message = _message(desk, mails, language, *flags)
    (desk.home / "x.eml").write_bytes(message)
    file = desk.run("lint", "x.eml", "--reply-to", "mail.eml", "-f", "json")
    piped = desk.run("lint", "--stdin-format", "eml", "--reply-to", "mail.eml", "-f", "json", stdin=message)

    for done in (file, piped):
        [draft] = json.loads(done.stdout)
        assert done.returncode == 0
        assert draft["language"] == language
        assert [(one["rule"], one["text"]) for one in draft["problems"] if one["severity"] != "suggestion"] == []


@pytest.mark.parametrize("language", WRITTEN)
def test_what_we_wrote_is_read_as_it_was_meant(desk: Desk, mails: Mails, language: str) -> None:
    told = json.loads(desk.run("read", "-f", "json", stdin=_message(desk, mails, language)).stdout)

    assert told["subject"] == f"Re: {SUBJECT[language]}"
    assert told["language"] == language
    assert told["order"] == "HW-20391"
    assert REASON[language] in told["own_text"]


def test_rules_of_subject_and_attachments_see_the_message(desk: Desk, mails: Mails) -> None:
    message = _message(desk, mails, "en").replace(
        b"Subject: Re: Order HW-20391 late", b"Subject: RE: WHERE IS MY ORDER NOW"
    )
    body = message.replace(b"Hi Sarah,\r\n", b"Hi Sarah,\r\n\r\nThe invoice is attached.\r\n")
    done = desk.run("lint", "--stdin-format", "eml", "-f", "json", stdin=body)
    rules = {one["rule"] for one in json.loads(done.stdout)[0]["problems"]}

    assert {"subject-caps", "attachment-missing"} <= rules
