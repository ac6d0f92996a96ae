"""What an answer knows from the mail, and what is stronger than it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.header import Header
from typing import TYPE_CHECKING, Any

import pytest
from delayed import ANSWER

if TYPE_CHECKING:
    from conftest import Desk, Mails

WRITTEN = {
    "en": ("Dr. Sarah Whitfield", "Where is my order HW-20391?", "Hello Dr. Whitfield,"),
    "zh": ("王丽女士", "您好，我的订单 HW-20391 到哪里了？", "王女士，您好："),
    "he": ('ד"ר נועה כהן', "שלום, איפה ההזמנה HW-20391?", 'שלום ד"ר כהן,'),
}


def _values(desk: Desk, mail: bytes, *flags: str) -> dict[str, Any]:
    done = desk.run(*ANSWER, *flags, "-f", "json", stdin=mail)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.mark.parametrize("language", WRITTEN)
def test_name_title_order_and_language_come_from_the_mail(desk: Desk, mails: Mails, language: str) -> None:
    name, text, greeting = WRITTEN[language]
    encoded = Header(name, "utf-8").encode()
    reply = _values(desk, mails.write(text, From=f"{encoded} <sarah@mail.example>"))

    assert reply["language"] == language
    assert reply["body"].startswith(f"{greeting}\n")
    assert reply["values"]["order"] == {"value": "HW-20391", "origin": "mail"}
    assert reply["values"]["customer.email"] == {"value": "sarah@mail.example", "origin": "mail"}


def test_who_asks_to_be_called_otherwise_is(desk: Desk, mails: Mails) -> None:
    mail = mails.write("Where is HW-20391?\n\nLiz", From="Elizabeth Stone <sarah@mail.example>")

    assert _values(desk, mail)["body"].startswith("Hi Liz,\n")


def test_a_set_value_is_stronger_than_data_and_data_than_the_mail(desk: Desk, mails: Mails) -> None:
    (desk.home / "data.json").write_text(json.dumps({"order": "HW-2", "customer": {"name": "Tom Baker"}}))
    reply = _values(desk, mails.write(), "--data", "data.json", "--set", "order=HW-1")

    assert reply["values"]["order"] == {"value": "HW-1", "origin": "set"}
    assert reply["values"]["customer.name"] == {"value": "Tom Baker", "origin": "data"}
    assert reply["values"]["customer.email"]["origin"] == "mail"


def test_a_language_is_asked_for_or_the_mails_or_configured(desk: Desk, mails: Mails) -> None:
    desk.configure("agent: {name: Dana Levi}\nlanguage: zh\n")
    hebrew = mails.write("שלום, איפה ההזמנה שלי HW-20391?")

    assert _values(desk, hebrew)["language"] == "he"
    assert _values(desk, hebrew, "--lang", "en")["language"] == "en"
    assert _values(desk, mails.write("Bonjour, où est ma commande HW-20391 ? Merci beaucoup."))["language"] == "zh"


def test_what_the_mail_has_of_no_use_is_missing_and_no_mistake(desk: Desk, mails: Mails) -> None:
    desk.configure("agent: {name: Dana Levi}\norder_patterns: ['ZZ-\\d{4}']\n")
    done = desk.run(*ANSWER, "-f", "json", stdin=mails.write("Where is my order HW-20391?"))

    assert (done.returncode, json.loads(done.stderr)["missing"]) == (3, ["order"])


def test_lint_knows_the_case(desk: Desk, mails: Mails) -> None:
    mail = mails.write(Subject="My lamp")
    text = "text=Your order HW-20777 ships on 4 March 2030."
    wrong = desk.run("reply", "--no-input", "--blank", "--set", text, stdin=mail)

    assert (wrong.returncode, wrong.stdout) == (1, b"")
    assert "wrong-reference" in wrong.stderr.decode()


def test_secrets_of_the_mail_are_not_quoted_and_not_kept(desk: Desk, mails: Mails) -> None:
    mail = mails.write("Where is my order HW-20391? My card is 4111 1111 1111 1111.\n\nSarah")
    done = desk.run(*ANSWER, "--quote", stdin=mail)

    assert b"> Where is my order" in done.stdout
    assert b"4111 1111" not in done.stdout
    assert all(b"4111 1111" not in file.read_bytes() for file in (desk.home / "state").rglob("*") if file.is_file())


def test_the_last_answer_is_still_one(desk: Desk, mails: Mails) -> None:
    first = desk.run(*ANSWER, "-f", "draft", "--cc", "tom@mail.example", stdin=mails.write())
    again = desk.run("compose", "--again", "-f", "draft")

    assert b"In-Reply-To: <one@mail.example>" in first.stdout
    assert again.stdout == first.stdout


@pytest.mark.parametrize("flags", [("--complete",), ("--complete", "-f", "draft"), ("--snippet", "a", "--blank")])
def test_flags_that_do_not_go_together_are_told(desk: Desk, mails: Mails, flags: tuple[str, ...]) -> None:
    done = desk.run("reply", *flags, stdin=mails.write())

    assert (done.returncode, done.stdout) == (2, b"")


def test_the_customers_own_subject_is_not_the_agents_fault(desk: Desk, mails: Mails) -> None:
    mail = mails.write(Subject="ORDER HW-20391 IS LATE, REFUND IT NOW!!! " + "I want it " * 10)
    answered = desk.run(*ANSWER, "--fail-level", "warning", stdin=mail)

    assert "subject-" not in answered.stderr.decode()
    assert answered.returncode == 0


def test_a_text_of_ones_own_is_linted_as_lint_does_it(desk: Desk, mails: Mails) -> None:
    mail = mails.write("My lamp of order HW-28844 is broken, and nobody answers.\n\nSarah")
    (desk.home / "mail.eml").write_bytes(mail)
    own = ("--blank", "--set", "text=Your refund for HW-28844 was approved today.", "--fail-level", "never")
    told = json.loads(desk.run("reply", "mail.eml", "--no-input", *own, "-f", "json").stdout)
    (desk.home / "draft.txt").write_text(told["body"], "utf-8")
    [draft] = json.loads(desk.run("lint", "--reply-to", "mail.eml", "-f", "json", "draft.txt").stdout)

    assert "missing-apology" in {one["rule"] for one in told["problems"]}
    assert {one["rule"] for one in draft["problems"]} >= {one["rule"] for one in told["problems"]}


def test_a_date_that_cannot_be_true_is_told_and_counts_no_wait(desk: Desk, mails: Mails) -> None:
    answer = desk.run("reply", "--no-input", "--blank", "--set", "text=It comes today.", stdin=mails.write(days=2188))

    assert b"notice: by its date the mail is 2188 days old (" in answer.stderr
    assert b"2188" not in answer.stdout
    assert b"late-reply" not in answer.stderr


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_a_late_answer_names_the_day_of_the_mail_unless_its_date_cannot_be_true(
    desk: Desk, mails: Mails, written: tuple[str, str, str]
) -> None:
    late = ("reply", "--no-input", "--snippet", "late-answer", "--set", "the_answer=HW-20391")
    headers = {"Content_Type": "text/plain; charset=utf-8"}
    old, bad = (desk.run(*late, stdin=mails.write(written[1], days=days, **headers)) for days in (4, 2188))

    day = f"{datetime.now(UTC) - timedelta(days=4):%-d}"
    assert old.returncode == 0
    assert day.encode() in old.stdout
    assert (bad.returncode, b"no value for written_on" in bad.stderr) == (3, True)
