"""Drafts that are MIME messages, and drafts whose lines end in any way; first of all those that replyctl writes itself."""

from __future__ import annotations

import json
from base64 import b64encode
from email.message import EmailMessage
from itertools import cycle
from quopri import encodestring
from typing import TYPE_CHECKING, Any

import pytest

from replyctl.library.find import Library

if TYPE_CHECKING:
    from conftest import Bench

LIBRARY = Library.open([])
EXAMPLES = [
    pytest.param(snippet.name, language, example, id=f"{snippet.name}-{language}-{number}")
    for snippet in LIBRARY.all()
    for language, examples in snippet.examples.items()
    for number, example in enumerate(examples)
]
WHO = "agent: {name: Dana Levi, role: Support, contact: care@homeworks.example}\ncompany: {name: HomeWorks}\n"


@pytest.mark.parametrize(("name", "language", "example"), EXAMPLES)
def test_what_compose_writes_is_read_as_it_was_meant(
    bench: Bench, name: str, language: str, example: dict[str, Any]
) -> None:
    bench.configure(WHO)
    customer = {"email": "diane@customer.example", **example.get("customer", {})}
    bench.put("data.json", json.dumps({**example, "customer": customer}, default=str))
    flags = (name, "--no-input", "--data", "data.json", "--lang", language, "--fail-level", "never")
    made = {format_: bench.run("compose", *flags, "-f", format_) for format_ in ("draft", "eml")}
    assert {done.code for done in made.values()} == {0}
    drafts = [text for done in made.values() for text in (done.out.replace("\r\n", "\n"), _crlf(done.out))]
    rows = bench.lint("-f", "jsonl", *(bench.put(f"{at}.txt", draft) for at, draft in enumerate(drafts))).rows

    assert [row["language"] for row in rows] == [language] * len(rows)
    assert not {problem["severity"] for row in rows for problem in row["problems"]} & {"error", "warning"}
    assert [told(row) for row in rows] == [told(rows[0])] * len(rows)


def _crlf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def told(row: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Rule, zone and text of each problem."""
    return [(one["rule"], one["zone"], " ".join(one["text"].split())) for one in row["problems"]]


HEAD = "From: Dana Levi <care@homeworks.example>\nTo: diane@customer.example\nSubject: Order HW-659: a\n lamp is on its way\n"
BODY = {
    "en": "Hi Diane,\n\nThe the lamp left today!!\n\n- keep the box\n- keep the lid\n\nKind regards,\nDana Levi\n",
    "zh": "王小明您好，\n\n您的的台灯今天已经寄出！！\n\n- 请保留包装盒\n\n此致\n敬礼\n",
    "he": "שלום דיאן,\n\nהמנורה נשלחה נשלחה היום!!\n\n- לשמור את הקופסה\n\nבברכה,\nדנה לוי\n",
}


@pytest.mark.parametrize("language", BODY)
@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0c", "\x0b", "mixed", " \n", "bom"])
def test_lines_may_end_in_any_way(bench: Bench, language: str, end: str) -> None:
    draft = f"{HEAD}X-Tag: 1\n\n{BODY[language]}"
    ends = cycle(["\r\n", "\n", "\r", "\u2028", "\r\n", "\x85"] if end == "mixed" else [end])
    given = "\ufeff" + _crlf(draft) if end == "bom" else "".join(next(ends) if one == "\n" else one for one in draft)
    expected, found = (bench.lint("-f", "jsonl", stdin=text).rows[0] for text in (draft, given))

    assert "repeated-word" in [problem["rule"] for problem in expected["problems"]]
    assert told(found) == told(expected)
    for problem in found["problems"]:
        assert given[problem["start"] : problem["end"]] == problem["text"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_the_quoted_line_is_one_line(bench: Bench, end: str) -> None:
    out = bench.lint("--select", "repeated-word", stdin=BODY["en"].replace("\n", end)).out

    assert "  | The the lamp left today!!\n  | ^^^" in out.replace("    ^^^", "^^^")


def message(subject: str, encoding: str, charset: str, octets: bytes) -> bytes:
    """A message as a mail program keeps it; `subject` is ASCII."""
    lines = [
        f"Subject: {subject}",
        "MIME-Version: 1.0",
        f'Content-Type: text/plain; charset="{charset}"',
        f"Content-Transfer-Encoding: {encoding}",
    ]
    coded = {"base64": b64encode, "quoted-printable": encodestring}.get(encoding, bytes)(octets)
    return "".join(f"{line}\r\n" for line in lines).encode() + b"\r\n" + coded


def word(text: str, charset: str) -> str:
    """`text` as an encoded word of a header."""
    return f"=?{charset}?B?{b64encode(text.encode(charset.removesuffix('-i'))).decode()}?="


@pytest.mark.parametrize(
    ("language", "charset", "codec"),
    [
        ("en", "us-ascii", "ascii"),
        ("en", "iso-8859-1", "cp1252"),
        ("zh", "gb2312", "gb18030"),
        ("zh", "big5", "big5"),
        ("he", "iso-8859-8-i", "iso-8859-8"),
        ("he", "windows-1255", "cp1255"),
        ("he", "no-such-charset", "utf-8"),
        ("zh", "utf-8", "utf-8"),
    ],
)
@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
def test_transfer_encoding_and_charset_are_decoded(
    bench: Bench, language: str, charset: str, codec: str, encoding: str
) -> None:
    text = (
        BODY[language].replace("灯", "燈").replace("装", "裝").replace("经", "經")
        if codec == "big5"
        else BODY[language]
    )
    text = text.replace("请", "請").replace("敬礼", "敬禮") if codec == "big5" else text
    rules = ("-f", "jsonl", "--select", "proof,exclamation")
    octets = text.replace("\n", "\r\n").encode(codec)
    found = bench.lint(*rules, bench.put("a.eml", message("The lamp", encoding, charset, octets))).rows[0]

    assert told(found) == told(bench.lint(*rules, stdin=text).rows[0])
    assert len(found["problems"]) == 2


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (word("WHERE IS IT", "utf-8"), "WHERE IS IT"),
        (f"{word('WHERE ', 'utf-8')}\r\n {word('IS IT', 'iso-8859-1')}", "WHERE IS IT"),
        ("=?utf-8?q?WHERE_IS?= IT", "WHERE IS IT"),
        (f"{word('איפה', 'iso-8859-8-i')} WHERE IS IT", "איפה WHERE IS IT"),
        (f"WHERE IS ä {word('IT', 'utf-8')}", "WHERE IS ä IT"),
        (word("WHERE\r\nIS IT\r\n\r\nHi", "utf-8"), "WHERE IS IT Hi"),
        ("WHERE IS IT =?utf-8?b?nothing", "WHERE IS IT =?utf-8?b?nothing"),
        ("WHERE IS IT =?utf-8?b?a?=", "WHERE IS IT =?utf-8?b?a?="),
        ("WHERE IS IT =?utf-8?q?=E9?=", "WHERE IS IT =?utf-8?q?=E9?="),
    ],
)
def test_an_encoded_subject_is_decoded_into_one_line(bench: Bench, written: str, meant: str) -> None:
    draft = f"Subject: {written}\r\n\r\nHello, the the lamp is here.\r\n"
    found = bench.lint("-f", "jsonl", "--select", "subject-caps,repeated-word", stdin=draft).rows[0]["problems"]
    shown = f"Subject: {meant}\r\n\r\nHello, the the lamp is here.\r\n"

    assert [one["rule"] for one in found] == ["subject-caps", "repeated-word"]
    assert [shown[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]


def built(**attachments: bytes) -> EmailMessage:
    """A message with text, HTML and attachments."""
    made = EmailMessage()
    made["Subject"] = "The lamp"
    made.set_content("Hi Diane,\n\nThe the label is attached.\n", cte="base64")
    made.add_alternative("<p>Hi hi Diane</p>", subtype="html")
    for name, content in attachments.items():
        made.add_attachment(content, maintype="text", subtype="plain", filename=f"{name}-תווית.txt")
    return made


def test_of_several_parts_the_plain_text_is_the_draft(bench: Bench) -> None:
    rules = ("-f", "jsonl", "--select", "attachment-missing,attachment-size,repeated-word")
    for attachments, expected in (
        ({}, ["attachment-missing", "repeated-word"]),
        ({"label": b"the the"}, ["repeated-word"]),
        ({"label": b"x" * 60_000, "more": b"x" * 60_000}, ["attachment-size", "repeated-word"]),
    ):
        done = bench.lint(*rules, bench.put("a.eml", built(**attachments).as_bytes()))
        assert sorted(done.rules) == expected


@pytest.mark.parametrize(
    "first", ["Received: from mx.example\n\tby mail.example\n", "Return-Path: <a@b.example>\n", ""]
)
def test_a_message_may_begin_with_any_header(bench: Bench, first: str) -> None:
    content = first.encode() + built().as_bytes()
    found = bench.lint("-f", "jsonl", "--select", "subject,repeated-word", stdin=content).rows[0]["problems"]

    assert [one["text"] for one in found if one["rule"] == "repeated-word"] == ["the"]


def test_only_a_message_knows_that_nothing_is_attached(bench: Bench) -> None:
    rule = ("-f", "jsonl", "--select", "attachment-missing")
    draft = f"Subject: {word('The label', 'utf-8')}\n\nHi Diane,\n\nThe label is attached.\n"

    assert bench.lint(*rule, stdin=draft).rules == []
    assert bench.lint(*rule, "--stdin-format", "eml", stdin=draft).rules == ["attachment-missing"]
    assert bench.lint(*rule, bench.put("a.EML", draft)).rules == ["attachment-missing"]


def test_a_forwarded_message_is_an_attachment_and_no_text(bench: Bench) -> None:
    outer = EmailMessage()
    outer["Subject"] = "The lamp"
    outer.set_content("Hi Diane, the mail is attached.\n")
    outer.add_attachment(built())

    assert bench.lint("-f", "jsonl", "--select", "attachment-missing,proof", stdin=outer.as_bytes()).rules == []


def test_stdin_is_told_to_be_a_message_or_is_seen_to_be_one(bench: Bench) -> None:
    content = message("The lamp", "base64", "utf-8", b"Hi, the the lamp.\n")
    for flags in ((), ("--stdin-format", "eml"), ("--stdin-format", "text")):
        assert bench.lint("-f", "jsonl", "--select", "proof", *flags, stdin=content).rules == ["repeated-word"]
    assert bench.lint("-f", "jsonl", "--select", "proof", "--stdin-format", "eml", stdin="the the").rules == [
        "repeated-word"
    ]


def test_offsets_of_what_is_not_encoded_count_in_the_message_as_given(bench: Bench) -> None:
    given = message("Your lamp, the the blue one", "8bit", "utf-8", "Hi,\r\n\r\nThe the café!!\r\n".encode()).decode()
    problems = bench.lint("-f", "jsonl", "--select", "proof,exclamation", stdin=given).rows[0]["problems"]

    assert [given[one["start"] : one["end"]] for one in problems] == ["the", "the", "!!"]
    assert [one["line"] for one in problems] == [1, 8, 8]


def test_what_is_not_encoded_is_mended_and_what_is_encoded_is_left(bench: Bench) -> None:
    plain = message("The lamp", "7bit", "us-ascii", b"The the lamp.\r\n")
    coded = message("The lamp", "base64", "us-ascii", b"The the lamp.\r\n")
    bench.put("plain.eml", plain)
    bench.put("coded.eml", coded)
    done = bench.lint("-f", "concise", "--select", "proof", "--fix", "coded.eml", "plain.eml")

    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("replyctl: coded.eml: --fix cannot change an encoded message")
    assert bench.get("plain.eml") == plain.replace(b"The the lamp", b"The lamp")
    assert bench.get("coded.eml") == coded
    good = bench.put("good.eml", message("The lamp", "base64", "us-ascii", b"The lamp.\r\n"))
    assert bench.lint("-f", "concise", "--select", "proof", "--fix", good) == (0, "", "")
    assert "-The the lamp.\r\n+The lamp." in bench.lint("--diff", "--select", "proof", "coded.eml").out


@pytest.mark.parametrize(
    "content",
    [
        b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Hi</p>\n",
        message("x", "base64", "utf-8", b"caf\xe9"),
        message("x", "8bit", "utf-8", b"caf\xe9"),
        message("x", "base64", "utf-8", b"a\0b"),
        b"Subject: x\nContent-Type: text/plain; " + b"a=b; " * 5_000 + b"\n\nHi\n",
        b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nHi\n" * 2_000,
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(600)) + b"\nHi",
    ],
)
def test_a_message_that_cannot_be_read_is_a_row_and_the_run_goes_on(bench: Bench, content: bytes) -> None:
    names = bench.put("bad.eml", content), bench.put("good.eml", message("x", "base64", "utf-8", b"The the lamp.\n"))
    done = bench.lint("-f", "jsonl", "--select", "proof", *names)

    assert done.code == 3
    assert done.rows[0]["error"].startswith("bad.eml")
    assert done.rows[1]["problems"][0]["text"] == "the"
