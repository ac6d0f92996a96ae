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


@pytest.mark.parametrize(
    ("language", "given", "shown"),
    [
        ("en", "Bella Stone <bella@mail.example>", ("Bella Stone <bella@mail.example>", "Hi Bella,")),
        ("en", '"Stone, Bella" <bella@mail.example>', ("Bella Stone <bella@mail.example>", "Hi Bella,")),
        ("zh", "王小明 <xm@mail.example>", ("王小明 <xm@mail.example>", "小明，您好：")),
        ("he", "דנה לוי <dana@mail.example>", ("דנה לוי <dana@mail.example>", "שלום דנה,")),
    ],
)
def test_a_name_beside_the_given_address_is_who_reads_the_answer(
    desk: Desk, mails: Mails, language: str, given: str, shown: tuple[str, str]
) -> None:
    answer = desk.run(*ANSWER, "--to", given, "--lang", language, stdin=mails.write())

    assert f"\nTo: {shown[0]}\n" in answer.stdout.decode()
    assert f"{shown[1]}\n" in answer.stdout.decode()
    assert b"--set customer.name" not in answer.stderr


def test_another_name_than_the_mails_has_none_of_its_titles_and_short_forms(desk: Desk, mails: Mails) -> None:
    mail = mails.write("Hi,\n\nis it dimmable?\n\nSally", From="Dr. Sarah Whitfield <sarah@mail.example>")
    other, same = (
        desk.run(*ANSWER, "--tone", "formal", "--set", f"customer.name={name}", stdin=mail).stdout
        for name in ("Bella Stone", "Sara Whitfield")
    )

    assert b"\n\nHello Bella Stone,\n" in other or b"\n\nDear Bella Stone,\n" in other
    assert b"Dr. Whitfield,\n" in same


@pytest.mark.parametrize("given", ["<bella@mail.example>", "bella@mail.example"])
def test_nobody_gets_the_answer_twice(desk: Desk, mails: Mails, given: str) -> None:
    copies = ("Bella@mail.example", "Tom <tom@mail.example>", "tom@mail.example")
    flags = [flag for one in copies for flag in ("--cc", one)]
    answer = desk.run(*ANSWER, "--to", given, *flags, stdin=mails.write()).stdout
    only = desk.run(*ANSWER, "--cc", "sarah@mail.example", stdin=mails.write()).stdout

    assert b"\nTo: bella@mail.example\nCc: tom@mail.example\n" in answer
    assert b"\nCc:" not in only


@pytest.mark.parametrize("given", ["", "Bella", "a@x.example, b@x.example", "A <a@x.example>, B <b@x.example>", "A <>"])
def test_what_is_no_single_address_is_refused(desk: Desk, mails: Mails, given: str) -> None:
    assert desk.run(*ANSWER, "--to", given, stdin=mails.write()).returncode == 2
    assert desk.run(*ANSWER, "--cc", given, stdin=mails.write()).returncode == 2
