from __future__ import annotations

from collections.abc import Callable

import pytest

from replyctl.compose.reply import Reply
from replyctl.output.header_lines import (
    NAME,
    SUBJECT,
    address,
    folded,
    folded_mailbox,
    literal,
    raw,
    recipient,
    sender,
    subject,
)

Make = Callable[..., Reply]


@pytest.mark.parametrize(
    ("text", "mail"),
    [
        ("diane@customer.example", "diane@customer.example"),
        (" diane@customer.example\n", "diane@customer.example"),
        ("דנה@customer.example", ""),
        ("diane@bücher.example", "diane@xn--bcher-kva.example"),
        ("diane@例子.测试", "diane@xn--fsqu00a.xn--0zwm56d"),
        ("Diane <diane@customer.example>", ""),
        ("a@b.example, c@d.example", ""),
        ("a@b.example\r\nBcc: c@d.example", ""),
        ("a..b@customer.example", ""),
        ("diane@localhost", ""),
        (f"{'a' * 250}@b.example", ""),
        ("+49 30 5550100", ""),
        ("", ""),
    ],
)
def test_an_address_is_one_and_in_ascii_or_none(text: str, mail: str) -> None:
    assert address(text) == mail


def test_whoever_has_no_address_is_no_recipient_and_no_sender(make: Make) -> None:
    assert recipient(make()) == ("Diane", "diane@customer.example")
    assert sender(make()) == ("Dana Levi", "support@shop.example")
    assert recipient(make(email="")) is None
    assert sender(make(contact="+49 30 5550100")) is None
    assert recipient(make(context={"customer": "Diane"})) is None


@pytest.mark.parametrize(
    ("language", "name", "title", "shown"),
    [
        ("zh", "林", "先生", "林先生"),
        ("zh", "李娜", "女士", "李娜"),
        ("he", "כהן", "גב'", "גב' כהן"),
        ("en", "Smith", "Mrs", "Mrs Smith"),
        ("en", "Jane Smith", "Mrs", "Jane Smith"),
        ("en", "Jane", "", "Jane"),
    ],
)
def test_a_family_name_alone_has_its_title(make: Make, language: str, name: str, title: str, shown: str) -> None:
    customer = {"name": name, "title": title, "email": "a@b.example"}

    assert recipient(make(language=language, context={"customer": customer, "language": language})) == (
        shown,
        "a@b.example",
    )


def test_a_name_and_a_subject_are_one_clean_line_of_bounded_length(make: Make) -> None:
    nasty = "Di\x1b[2Jane\r\nBcc: x " + "é" * 2000

    name, _ = recipient(make(name=nasty)) or ("", "")
    assert len(name) <= NAME
    assert name.startswith("Diane Bcc: x é")
    assert len(subject(make(subject=nasty))) == SUBJECT


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Diane Smith", "Diane Smith <a@b.example>"),
        ("דנה לוי", "דנה לוי <a@b.example>"),
        ("Smith, Diane", '"Smith, Diane" <a@b.example>'),
        ('The "Boss"', '"The \\"Boss\\"" <a@b.example>'),
        ("", "a@b.example"),
    ],
)
def test_a_draft_shows_a_name_as_it_is_and_quotes_what_would_mislead(name: str, shown: str) -> None:
    assert raw((name, "a@b.example")) == shown


def test_what_looks_encoded_in_a_raw_header_is_text() -> None:
    assert literal("=?utf-8?q?Hi?= and =?x?") == "= ?utf-8?q?Hi?= and =?x?"


@pytest.mark.parametrize("text", ["Order HW-659", "word " * 60, "订单 HW-659 已发出" * 9, "=?utf-8?q?Hi?=", "הזמנה"])
def test_a_folded_header_is_short_lines_of_ascii(text: str) -> None:
    header = folded("Subject", text.strip())
    lines = header.removesuffix("\r\n").split("\r\n")

    assert header.isascii()
    assert header.endswith("\r\n")
    assert all(len(line) <= 78 for line in lines)
    assert all(line.startswith(" ") for line in lines[1:])


def test_an_address_behind_a_long_name_stands_on_a_line_of_its_own() -> None:
    header = folded_mailbox("To", ("דנה לוי הכהן מחיפה", "diane@customer.example"))

    assert header.splitlines()[-1] == " <diane@customer.example>"
    assert folded_mailbox("To", ("", "a@b.example")) == "To: a@b.example\r\n"
