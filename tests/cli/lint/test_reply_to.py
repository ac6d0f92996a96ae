"""A draft beside the mail that it answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Bench

MAIL = """\
From: Sarah Whitfield <sarah@mail.example>
To: care@homeworks.example
Subject: Order HW-20391
Date: Wed, 25 Nov 2026 09:14:02 +0000

Hi, can I still change the delivery address of order HW-20391?

Sarah
"""
DRAFT = "Subject: Your order HW-20399\n\nHi Tom,\n\nYour order HW-20399 arrives on Friday.\n"
RULES = ("--select", "greeting-wrong-name,wrong-reference", "-f", "jsonl")


def test_the_mail_tells_name_order_and_questions(bench: Bench) -> None:
    done = bench.lint(*RULES, "--reply-to", bench.put("mail.eml", MAIL), stdin=DRAFT)

    assert sorted(set(done.rules)) == ["greeting-wrong-name", "wrong-reference"]
    (asked,) = done.rows[0]["questions"]
    assert "change the delivery address" in asked["text"]


def test_the_name_under_the_mail_is_a_right_greeting(bench: Bench) -> None:
    right = DRAFT.replace("Tom", "Sarah")

    assert "greeting-wrong-name" not in bench.lint(*RULES, "--reply-to", bench.put("m.eml", MAIL), stdin=right).rules


def test_a_nickname_that_reply_does_not_dare_to_take_is_no_wrong_name(bench: Bench) -> None:
    mail = bench.put("m.eml", MAIL.replace("\nSarah\n", "\nRegards,\nBiscuit\n"))

    assert "greeting-wrong-name" in bench.lint(*RULES, "--reply-to", mail, stdin=DRAFT).rules
    assert (
        "greeting-wrong-name" not in bench.lint(*RULES, "--reply-to", mail, stdin=DRAFT.replace("Tom", "Biscuit")).rules
    )


def test_what_the_context_says_is_stronger_than_the_mail(bench: Bench) -> None:
    context = bench.put("case.json", json.dumps({"customer": {"name": "Tom Baker"}, "order": "HW-20399"}))
    done = bench.lint(*RULES, "--context", context, "--reply-to", bench.put("m.eml", MAIL), stdin=DRAFT)

    assert done.rules == []


def test_a_mail_that_cannot_be_read_stops_the_run(bench: Bench) -> None:
    done = bench.lint("--reply-to", "missing.eml", stdin=DRAFT)

    assert (done.code, done.out) == (3, "")
    assert "missing.eml: cannot be read" in done.err


def test_draft_and_mail_cannot_both_come_from_stdin(bench: Bench) -> None:
    assert bench.lint("--reply-to", "-", stdin=MAIL).code == 2
    assert bench.lint("--reply-to", "-", bench.put("draft.txt", DRAFT), stdin=MAIL).code == 1


def test_a_customer_who_was_answered_before_needs_no_introduction(bench: Bench) -> None:
    context = bench.put("case.json", json.dumps({"agent": {"name": "Dana Levi"}}))
    rule = ("--select", "no-introduction", "-f", "jsonl", "--context", context, "--reply-to")
    new, known = (
        bench.put("new.eml", MAIL),
        bench.put("m.eml", MAIL.replace("Date:", "References: <1@homeworks.example>\nDate:")),
    )

    assert bench.lint(*rule, new, stdin=DRAFT).rules == ["no-introduction"]
    assert bench.lint(*rule, known, stdin=DRAFT).rules == []


MAILS = {
    "en": "Hi, where is my order? I have waited for two weeks.",
    "zh": "您好，我的订单到哪里了？已经等了两个星期了。",
    "zh-Hant": "您好，我的訂單到哪裡了？已經等了兩個星期了。",
    "he": "שלום, איפה ההזמנה שלי? אני מחכה כבר שבועיים.",
    "de": "Guten Tag, wo ist meine Bestellung? Ich warte seit zwei Wochen auf die Lieferung.",
}
DRAFTS = {
    "en": "Hi Sarah,\n\nYour order arrives on Friday. I am sorry for the wait.\n\nDana",
    "zh": "您好：\n\n您的订单星期五送到，让您久等了。\n\n李娜",
    "zh-Hant": "您好：\n\n您的訂單星期五送達，讓您久等了。\n\n李娜",
    "he": "שלום שרה,\n\nההזמנה תגיע ביום שישי. סליחה על ההמתנה.\n\nדנה",
}
NAMES = {"en": "English", "zh": "Chinese", "zh-Hant": "Chinese (Traditional)", "he": "Hebrew"}


def told(bench: Bench, written: str, draft: str, *flags: str) -> list[str]:
    mail = MAIL.partition("\n\n")[0] + f"\nContent-Type: text/plain; charset=utf-8\n\n{written}\n"
    done = bench.lint(*RULES, *flags, "--reply-to", bench.put("m.eml", mail), stdin=draft)
    return [line for line in done.err.splitlines() if "the draft is in" in line]


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("mail", NAMES)
def test_a_draft_in_another_language_or_script_than_the_mails_gets_a_notice(
    bench: Bench, mail: str, draft: str
) -> None:
    told_of = [f"notice: stdin: the draft is in {NAMES[draft]}, the mail that it answers in {NAMES[mail]}"]

    assert told(bench, MAILS[mail], DRAFTS[draft]) == ([] if mail == draft else told_of)


def test_no_notice_of_the_language_where_either_will_do(bench: Bench) -> None:
    given = bench.put("case.json", json.dumps({"language": "en"}))

    assert told(bench, MAILS["de"], DRAFTS["en"]) == []
    assert told(bench, f"{MAILS['zh']}\n\n{MAILS['en']}", DRAFTS["en"]) == []
    assert told(bench, MAILS["he"], DRAFTS["en"], "--context", given) == []
    assert told(bench, MAILS["zh-Hant"], "您好：\n\n明天送到。") == []


def test_of_two_orders_the_one_in_the_subject_may_be_meant(bench: Bench) -> None:
    mail = MAIL.replace("Hi, can I still change the delivery address of order", "Order").replace(
        "HW-20391?", "HW-20555 came fine. When will the other one come?"
    )
    draft = "Subject: Re: Order HW-20391\n\nHi Sarah,\n\nYour order HW-20391 arrives on Friday.\n"

    assert bench.lint(*RULES, "--reply-to", bench.put("m.eml", mail), stdin=draft).rules == []


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Auto-Submitted: auto-replied", ["the mail is an automatic reply"]),
        ("X-Failed-Recipients: a@x.example", ["the mail is a message that could not be delivered"]),
        ("X-Note: none", []),
    ],
)
def test_a_draft_for_nobody_gets_a_notice(bench: Bench, header: str, told: list[str]) -> None:
    done = bench.lint(*RULES, "--reply-to", bench.put("m.eml", f"{header}\n{MAIL}"), stdin=DRAFT)

    assert [line for line in done.err.splitlines() if "nobody waits" in line] == [
        f"notice: nobody waits for this answer: {one}" for one in told
    ]
    assert "wrong-reference" in done.rules


@pytest.mark.parametrize(
    ("titled", "subject"),
    [("[Contact form] New message", "Order HW-20391"), ("【网站留言】新的留言", "订单"), ("הודעה חדשה מהאתר", "הזמנה")],
)
def test_a_subject_of_a_forms_program_gets_a_notice(bench: Bench, titled: str, subject: str) -> None:
    form = MAIL.partition("\n\n")[0].replace("Order HW-20391", titled) + (
        "\nContent-Type: text/plain; charset=utf-8\n\nName: Li Wei\nEmail: li@mail.example\nMessage:\nWhere is it?\n"
    )
    told, fine = (
        bench.lint(*RULES, "--reply-to", bench.put("m.eml", form), stdin=f"Subject: Re: {one}\n\nHi Li Wei,\n").err
        for one in (titled, subject)
    )

    assert "notice: stdin: the subject is that of the form's program" in told
    assert "form's program" not in fine
