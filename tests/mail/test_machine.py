"""Mails that nobody waits behind, and customers' mails that only look like them."""

from __future__ import annotations

import pytest

from replyctl.mail.message.intake import Raw
from replyctl.mail.read import read

HEAD = "From: {sender}\nTo: care@homeworks.example\nSubject: {subject}\n{more}\nHello.\n"


def is_machine(sender: str = "Ann <ann@mail.example>", subject: str = "Order", more: str = "") -> bool:
    content = HEAD.format(sender=sender, subject=subject, more=more).encode()
    return bool(read(Raw(content, 0, is_whole=True), frozenset({"care@homeworks.example"})).machine)


@pytest.mark.parametrize(
    "more",
    [
        "Auto-Submitted: auto-replied\n",
        "X-Autoreply: yes\n",
        "Precedence: auto_reply\n",
        "List-Id: <news.shop.example>\n",
        "List-Unsubscribe: <https://shop.example/u>\n",
        "X-Failed-Recipients: a@mail.example\n",
        "X-Auto-Response-Suppress: All\n",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=x\n",
    ],
)
def test_programs_say_it_in_their_headers(more: str) -> None:
    assert is_machine(more=more)


@pytest.mark.parametrize("more", ["Auto-Submitted: no\n", "Precedence: list\n", "List-Id: <care.homeworks.example>\n"])
def test_these_headers_alone_say_nothing(more: str) -> None:
    assert not is_machine(more=more)


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Order",
        "Out of office: Re: Order",
        "Out of Office Re: Order",
        "Abwesenheit: Re: Order",
        "Réponse automatique : Order",
        "מענה אוטומטי: הזמנה",
        "自动回复: 订单",
        "休假通知",
    ],
)
def test_subjects_of_automatic_replies_are_known(subject: str) -> None:
    assert is_machine(subject=subject)


@pytest.mark.parametrize(
    "subject",
    [
        "Out of office chairs again?",
        "On holiday next week, please hold my order",
        "Re: Automatic reply: Order",
        "Delivery failed",
        "Absence d'une vis dans le colis",
        "外出期间能改送货时间吗",
        "בחופשה בשבוע הבא, אפשר לדחות?",
        "Auto: which rack fits?",
    ],
)
def test_subjects_of_customers_are_not_taken_for_them(subject: str) -> None:
    assert not is_machine(subject=subject)


@pytest.mark.parametrize(
    ("sender", "is_one"),
    [
        ("noreply@shop.example", True),
        ("No Reply <do-not-reply@shop.example>", True),
        ("orders-noreply@shop.example", True),
        ("noreply+123@shop.example", True),
        ("Mail Delivery Subsystem <mailer-daemon@mx.example>", True),
        ("Norah Plyer <norah.plyer@mail.example>", False),
        ("Don Otreply <don@otreply.example>", False),
    ],
)
def test_an_address_that_takes_no_reply_says_so(sender: str, is_one: bool) -> None:
    assert is_machine(sender=sender) == is_one
