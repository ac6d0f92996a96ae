"""Whom an answer goes to, where the mail's sender is not simply who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desk, Mails

ANSWER = ("reply", "--no-input", "--blank", "--set", "text=The lamp is dimmable.", "-f", "draft")
FORWARDED = (
    "Dana, can you take this one?\n\nBen\n\n---------- Forwarded message ---------\n"
    "From: Eileen Doyle <eileen@mail.example>\nDate: Mon, 30 Nov 2026 at 09:00\nSubject: Broken mirror\n"
    "To: Ben Katz <ben@homeworks.example>\n\nWill you send a new one?\n\nEileen"
)


def test_a_mail_of_ones_own_is_answered_only_to_somebody_else(desk: Desk, mails: Mails) -> None:
    mail = mails.write(
        "Hi Ann, when can we deliver?\n\nDana", From="HomeWorks <care@homeworks.example>", To="ann@x.example"
    )
    refused = desk.run(*ANSWER, stdin=mail)
    given = desk.run(*ANSWER, "--to", "ann@x.example", stdin=mail)

    assert (refused.returncode, refused.stdout) == (3, b"")
    assert b"nothing to answer: this mail is from one of your own addresses\n  `replyctl read`" in refused.stderr
    assert b"\nTo: ann@x.example\n" in given.stdout


def test_another_address_than_the_mails_has_no_name_of_the_customer(desk: Desk, mails: Mails) -> None:
    other = desk.run(*ANSWER, "--to", "boss@x.example", stdin=mails.write())
    same = desk.run(*ANSWER, "--to", "Sarah@mail.example", stdin=mails.write())

    assert b"\nTo: boss@x.example\n" in other.stdout
    assert b"notice: the answer goes to boss@x.example, not to sarah@mail.example" in other.stderr
    assert b"\nTo: Sarah Whitfield <sarah@mail.example>\n" in same.stdout
    assert b"the answer goes to" not in same.stderr


def test_who_wrote_a_forwarded_mail_is_named(desk: Desk, mails: Mails) -> None:
    answer = desk.run(*ANSWER, stdin=mails.write(FORWARDED, From="Ben Doyle <ben@other.example>"))
    told = answer.stderr.decode()

    assert b"\nTo: Ben Doyle <" in answer.stdout
    assert (
        "a forwarded mail: Eileen Doyle <eileen@mail.example> wrote it; to answer them: --to eileen@mail.example"
        in told
    )


def test_a_mail_that_a_colleague_passes_on_is_answered_to_its_writer(desk: Desk, mails: Mails) -> None:
    answer = desk.run(*ANSWER, stdin=mails.write(FORWARDED, From="Ben Katz <ben@homeworks.example>"))
    told = answer.stderr.decode()

    assert b"\nTo: Eileen Doyle <eileen@mail.example>\n" in answer.stdout
    assert b"\n\nHi Eileen,\n" in answer.stdout
    assert "notice: Ben Katz <ben@homeworks.example> forwards a mail of eileen@mail.example, with the words" in told
    assert "“Dana, can you take this one? Ben”; the answer goes to who wrote it: eileen@mail.example" in told


@pytest.mark.parametrize("reply_to", ["sarah@mail.example, Sarah@mail.example", "sarah@mail.example"])
def test_a_single_address_to_reply_to_is_no_news(desk: Desk, mails: Mails, reply_to: str) -> None:
    assert b"Reply-To" not in desk.run(*ANSWER, stdin=mails.write(Reply_To=reply_to)).stderr


def test_of_several_addresses_to_reply_to_the_others_are_named(desk: Desk, mails: Mails) -> None:
    told = desk.run(*ANSWER, stdin=mails.write(Reply_To="sarah@mail.example, second@mail.example")).stderr

    assert b"Reply-To names several addresses: the answer goes to sarah@mail.example; --cc puts in second@mail" in told


@pytest.mark.parametrize(
    ("signed", "named"),
    [("Mike Whitfield", "Mike Whitfield"), ("Sara Whitfield", "Sarah Whitfield"), ("Sarah", "Sarah Whitfield")],
)
def test_who_signs_from_a_relatives_mailbox_is_the_customer(desk: Desk, mails: Mails, signed: str, named: str) -> None:
    answer = desk.run(*ANSWER, stdin=mails.write(f"Hello,\n\nis the lamp dimmable?\n\nBest,\n{signed}")).stdout

    assert f"\nTo: {named} <".encode() in answer
