"""A draft beside the mail that it answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
