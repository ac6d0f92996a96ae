"""Where an answer goes: recipient, subject, thread, copies; and which mails get none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from delayed import ANSWER

if TYPE_CHECKING:
    from conftest import Desk, Mails

LONG = [f"<{'x' * 60}.{number}@mail.example>" for number in range(30)]


def headers(draft: bytes) -> dict[str, str]:
    lines = draft.decode().partition("\n\n")[0].split("\n")
    return dict(line.split(": ", 1) for line in lines)


def test_a_draft_goes_to_the_customer_in_the_thread_of_the_mail(desk: Desk, mails: Mails) -> None:
    mail = mails.write(Subject="RE: 答复: AW: Order HW-20391", References="<a@shop.example> <b@mail.example>")
    done = desk.run(*ANSWER, "-f", "draft", stdin=mail)

    assert done.returncode == 0, done.stderr.decode()
    assert headers(done.stdout) == {
        "From": "Dana Levi <care@homeworks.example>",
        "To": "Sarah Whitfield <sarah@mail.example>",
        "Subject": "Re: Order HW-20391",
        "In-Reply-To": "<one@mail.example>",
        "References": "<a@shop.example> <b@mail.example> <one@mail.example>",
    }
    assert b"\n\nHi Sarah,\n" in done.stdout


def test_alone_with_a_mail_on_stdin_it_replies(desk: Desk, mails: Mails) -> None:
    done = desk.run(stdin=mails.write())

    assert (done.returncode, done.stdout) == (3, b"")
    assert "no snippet was named" in done.stderr.decode()


def test_without_a_snippet_those_that_fit_are_named(desk: Desk, mails: Mails) -> None:
    done = desk.run("reply", "--no-input", "-f", "json", stdin=mails.write("My parcel arrived broken.\n\nSarah"))

    told = json.loads(done.stderr)
    assert (done.returncode, done.stdout, told["missing"]) == (3, b"", ["snippet"])
    assert "--snippet damaged-item" in told["hint"]


def test_a_mail_that_refers_to_none_begins_its_thread_and_one_without_an_id_has_none(desk: Desk, mails: Mails) -> None:
    first = headers(desk.run(*ANSWER, "-f", "draft", stdin=mails.write()).stdout)
    nameless = headers(
        desk.run(*ANSWER, "-f", "draft", stdin=mails.write(Message_ID="", References="<a@b.example>")).stdout
    )

    assert (first["In-Reply-To"], first["References"]) == ("<one@mail.example>", "<one@mail.example>")
    assert nameless.keys() == {"From", "To", "Subject"}


def test_of_a_long_thread_the_first_and_the_last_ids_are_kept_whole(desk: Desk, mails: Mails) -> None:
    done = desk.run(*ANSWER, "-f", "draft", stdin=mails.write(References="\n ".join(LONG)))

    assert headers(done.stdout)["References"].split() == [LONG[0], *LONG[-18:], "<one@mail.example>"]


def test_who_got_a_copy_is_told_and_gets_one_of_the_answer_only_when_asked_for(desk: Desk, mails: Mails) -> None:
    mail = mails.write(Cc="Tom <tom@mail.example>, care@homeworks.example, ann@mail.example")
    plain = desk.run(*ANSWER, "-f", "draft", stdin=mail)
    copied = desk.run(*ANSWER, "-f", "draft", "--cc", "tom@mail.example", stdin=mail)

    assert "left out of the answer: tom@mail.example, ann@mail.example" in plain.stderr.decode()
    assert "Cc" not in headers(plain.stdout)
    assert "left out of the answer: ann@mail.example" in copied.stderr.decode()
    assert headers(copied.stdout)["Cc"] == "tom@mail.example"
    assert desk.run(*ANSWER, "--cc", "tom", stdin=mail).returncode == 2


def test_the_answer_goes_where_the_mail_asks_and_says_so(desk: Desk, mails: Mails) -> None:
    mail = mails.write(Reply_To="sarah@work.example")
    asked = desk.run(*ANSWER, "-f", "draft", stdin=mail)
    told = desk.run(*ANSWER, "-f", "draft", "--to", "other@mail.example", stdin=mail)

    assert headers(asked.stdout)["To"] == "Sarah Whitfield <sarah@work.example>"
    assert "the answer goes to sarah@work.example, not to the sender sarah@mail.example" in asked.stderr.decode()
    assert headers(told.stdout)["To"] == "other@mail.example"


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ({"Auto_Submitted": "auto-replied"}, "an automatic reply"),
        ({"From": "MAILER-DAEMON@mail.example"}, "a message that could not be delivered"),
        ({"From": "Shop <no-reply@mail.example>"}, "a machine that takes no reply"),
    ],
)
def test_where_nobody_waits_there_is_no_answer(desk: Desk, mails: Mails, header: dict[str, str], why: str) -> None:
    done = desk.run(*ANSWER, stdin=mails.write(**header))

    assert (done.returncode, done.stdout) == (3, b"")
    assert why in done.stderr.decode()


@pytest.mark.parametrize(
    "before",
    [
        {"References": "<27.ab@homeworks.example>"},
        {"References": "<27.ab@mx1.homeworks.example>"},
        {"text": "And when?\n\nSarah\n\nOn Mon, 23 Nov 2026 at 10:00, Dana <care@homeworks.example> wrote:\n> Soon."},
        {
            "text": "And when?\n\n-----Original Message-----\nFrom: Dana <care@homeworks.example>\nSent: Monday\nTo: Sarah\nSubject: x\n\nSoon."
        },
    ],
)
def test_an_agent_who_has_written_before_is_not_introduced_again(
    desk: Desk, mails: Mails, before: dict[str, str]
) -> None:
    known = desk.run(*ANSWER, stdin=mails.write(**before)).stdout.decode()
    new = desk.run(*ANSWER, stdin=mails.write(References="<27.ab@mail.example>")).stdout.decode()

    assert "My name is Dana Levi" not in known
    assert "My name is Dana Levi" in new


def test_a_server_that_the_customer_has_too_is_no_sign_of_an_earlier_answer(desk: Desk, mails: Mails) -> None:
    desk.configure("agent: {name: Dana Levi, contact: dana.levi@mail.example}\n")
    done = desk.run(*ANSWER, stdin=mails.write(References="<27.ab@mail.example>"))

    assert "My name is Dana Levi" in done.stdout.decode()


def test_the_mail_and_the_values_cannot_both_come_from_stdin(desk: Desk, mails: Mails) -> None:
    done = desk.run("reply", "--data", "-", stdin=mails.write())

    assert done.returncode == 2
    assert "cannot both come from stdin" in done.stderr.decode()


@pytest.mark.parametrize("mail", [b"", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40])
def test_what_is_no_mail_is_told_and_nothing_printed(desk: Desk, mail: bytes) -> None:
    done = desk.run("reply", "--no-input", stdin=mail)

    assert (done.returncode, done.stdout) == (3, b"")
    assert "mail" in done.stderr.decode()


FORMS = {
    "en": ("[Contact form] New message", "Name: Li Wei\nEmail: li@mail.example\nOrder number: HW-12020\nMessage:\n"),
    "zh": ("【网站留言】新的留言", "姓名：王小明\n邮箱：li@mail.example\n订单号：HW-12020\n留言内容：\n"),
    "he": ("הודעה חדשה מהאתר", 'שם: דנה לוי\nדוא"ל: li@mail.example\nמספר הזמנה: HW-12020\nהודעה:\n'),
}
ASKED = {"en": "Where is my order?", "zh": "我的订单到哪里了？", "he": "איפה ההזמנה שלי?"}


@pytest.mark.parametrize("language", FORMS)
def test_a_subject_that_a_forms_program_wrote_is_none_of_the_answers(desk: Desk, mails: Mails, language: str) -> None:
    subject, fields = FORMS[language]
    headers = {"From": "Website <noreply@homeworks.example>", "Content_Type": "text/plain; charset=utf-8"}
    mail = mails.write(f"{fields}{ASKED[language]}\n", Subject=subject, **headers)
    ready = desk.run("reply", "--no-input", "--snippet", "looking-into-it", "-f", "draft", stdin=mail)
    typed = desk.run("reply", "--no-input", "--blank", "--set", "text=HW-12020", "-f", "draft", stdin=mail)

    (line,) = [one for one in ready.stdout.decode().splitlines() if one.startswith("Subject: ")]
    assert "HW-12020" in line
    assert subject not in line
    assert f"\nSubject: Re: {subject}\n" in typed.stdout.decode()  # better than none
