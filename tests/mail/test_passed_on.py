"""A mail that somebody forwards: whose it is."""

from __future__ import annotations

import pytest

from replyctl.mail.case import CustomerCase
from replyctl.mail.message.intake import messages
from replyctl.mail.read import read

OUTLOOK = """-----Original Message-----
From: Bella Stone {address}
Sent: Monday, 30 November 2026 10:15
To: Colin Park <colin@homeworks.example>
Subject: lamp
{end}Hi, the lamp from order HW-41414 does not turn on. What should I do?

Bella
"""
RULED = OUTLOOK.replace("-----Original Message-----", "________________________________")
GMAIL = OUTLOOK.replace("-----Original Message-----", "---------- Forwarded message ---------")
CHINESE = """发件人: 王小明 <xm@mail.example>
发送时间: 2026年11月30日 10:15
收件人: Colin Park <colin@homeworks.example>
主题: 台灯

您好，订单HW-41414的台灯不亮，怎么办？

王小明
"""
HEBREW = """________________________________
מאת: דנה לוי <dana@mail.example>
נשלח: יום שני 30 נובמבר 2026 10:15
אל: Colin Park <colin@homeworks.example>
נושא: מנורה

שלום, המנורה מהזמנה HW-41414 לא נדלקת. מה לעשות?

דנה
"""
APPLE = "Begin forwarded message:\n\n" + "".join(
    f"> {line}\n" for line in OUTLOOK.format(address="<bella@mail.example>", end="\n").splitlines()[1:]
)


def case(
    text: str,
    sender: str = "Colin Park <colin@homeworks.example>",
    subject: str = "FW: lamp",
    to: str = "help@homeworks.example",
    more: str = "",
) -> CustomerCase:
    mail = f"{more}From: {sender}\nTo: {to}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{text}"
    (raw,) = messages(mail.encode().splitlines(keepends=True))
    return read(raw)


@pytest.mark.parametrize("above", ["", "Can you handle this?\n\nColin\n\n"])
@pytest.mark.parametrize(
    ("text", "subject", "customer", "asked"),
    [
        (OUTLOOK, "FW: lamp", "Bella Stone <bella@mail.example>", "What should I do?"),
        (RULED, "Fwd: lamp", "Bella Stone <bella@mail.example>", "What should I do?"),
        (GMAIL, "lamp", "Bella Stone <bella@mail.example>", "What should I do?"),
        (APPLE, "Fwd: lamp", "Bella Stone <bella@mail.example>", "What should I do?"),
        (CHINESE, "转发：台灯", "王小明 <xm@mail.example>", "怎么办？"),
        (HEBREW, "הועבר: מנורה", "דנה לוי <dana@mail.example>", "מה לעשות?"),
    ],
    ids=["outlook", "ruled", "gmail", "apple", "chinese", "hebrew"],
)
def test_a_customers_mail_that_a_colleague_forwards_is_read_as_the_customers(
    text: str, subject: str, customer: str, asked: str, above: str
) -> None:
    found = case(above + text.format(address="<bella@mail.example>", end="\n"), subject=subject)

    assert (f"{found.name} <{found.reply_to}>", found.order) == (customer, "HW-41414")
    assert "handle" not in found.own_text
    assert [question[-len(asked) :] for question in found.questions] == [asked]
    assert found.notes[0].startswith("Colin Park <colin@homeworks.example> forwards a mail of ")


@pytest.mark.parametrize("end", ["\n", ""])
def test_an_address_behind_mailto_and_a_block_without_a_blank_line_are_read(end: str) -> None:
    found = case(OUTLOOK.format(address="[mailto:bella@mail.example]", end=end))

    assert (found.name, found.reply_to) == ("Bella Stone", "bella@mail.example")
    assert found.own_text.startswith("Hi, the lamp")


def test_without_an_address_the_answer_goes_to_nobody() -> None:
    found = case(OUTLOOK.format(address="", end="\n"))

    assert (found.name, found.preferred, found.reply_to) == ("Bella Stone", "Bella", "")
    assert "it does not tell the address to answer to" in found.notes[0]


@pytest.mark.parametrize(
    ("sender", "to"),
    [
        ("James Wu <james@other.example>", "help@homeworks.example"),
        ("James Wu <james@gmail.com>", "homeworks@gmail.com"),
    ],
)
@pytest.mark.parametrize("text", [OUTLOOK, GMAIL])
def test_a_customer_who_forwards_a_mail_without_a_word_is_the_one_who_is_answered(
    sender: str, to: str, text: str
) -> None:
    found = case(text.format(address="<bella@mail.example>", end="\n"), sender, to=to)

    assert (found.name, found.preferred) == ("James Wu", "")
    assert found.reply_to.startswith("james@")
    assert found.notes[0].startswith("a forwarded mail: Bella Stone <bella@mail.example> wrote it")


@pytest.mark.parametrize("subject", ["Re: lamp", "lamp", "Re: FW: lamp", "AW: lamp"])
def test_an_answer_above_a_quoted_mail_is_no_forward(subject: str) -> None:
    text = "When will you send it?\n\n" + OUTLOOK.format(address="<bella@mail.example>", end="\n")

    found = case(text, subject=subject)

    assert (found.name, found.notes) == ("Colin Park", ())


def test_our_own_mail_that_a_customer_forwards_to_us_is_nobodys_to_answer() -> None:
    text = "When will it arrive?\n\n" + OUTLOOK.format(address="<help@homeworks.example>", end="\n")

    found = case(text, "James Wu <james@other.example>")

    assert (found.name, found.questions) == ("James Wu", ("When will it arrive?",))
    assert not any("to answer them" in note for note in found.notes)


def test_a_program_that_names_the_customer_in_reply_to_is_believed() -> None:
    text = OUTLOOK.format(address="<bella@mail.example>", end="\n")

    assert case(text, more="Reply-To: Max <max@other.example>\n").reply_to == "max@other.example"
    assert case(text, more="Reply-To: colin@homeworks.example\n").reply_to == "bella@mail.example"
