"""What is kept of a mail as it comes in, however large, deep or broken it is."""

from __future__ import annotations

import pytest

from replyctl.mail.message.headers_and_text import message
from replyctl.mail.message.intake import messages
from replyctl.mail.read import read

HEAD = b"From: a@mail.example\nSubject: x\n"
PART = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
HOSTILE = {
    "20,000 encoded words": b"From: a@mail.example\nSubject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nhi\n",
    "8,000 addresses": b"From: a@mail.example\nTo: " + b"a@mail.example, " * 8_000 + b"\n\nhi\n",
    "100,000 headers": HEAD + b"X-A: b\n" * 100_000 + b"\nhi\n",
    "2,000 levels": HEAD + b"".join(PART % (at, at) for at in range(2_000)) + b"Content-Type: text/plain\n\nhi\n",
    "3,000 attached mails": HEAD + b"Content-Type: message/rfc822\n\n" * 3_000 + b"\nhi\n",
    "20,000 parameters": HEAD + b"Content-Type: text/plain; " + b"a=b; " * 20_000 + b"\n\nhi\n",
    "1,000 parts": HEAD + PART % (1, 1) + b"\nhi\n--b1\n" * 1_000,
    "a long line": HEAD + b"\n" + b"a" * 3_000_000,
    "quotes in quotes": HEAD + b"\n" + b"".join(b">" * (at % 50) + b" line\n" for at in range(2_000)),
    "unclosed tags": HEAD + b"Content-Type: text/html\n\n" + b"<a b='" * 16_000,
    "unclosed comments": HEAD + b"Content-Type: text/html\n\n" + b"<!--" * 25_000,
    "only controls": HEAD + b"\n" + b"\x1b[31m\x07" * 10_000,
    "only line ends": HEAD + b"\n" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_comes_in_is_read_and_printable(name: str) -> None:
    for raw in messages(HOSTILE[name].splitlines(keepends=True)):
        assert len(raw.content) < 3 << 20
        case = read(raw)
        shown = f"{case.own_text}{case.subject}{case.name}{case.reply_to}"
        assert shown.encode()
        assert not {char for char in shown if ord(char) < 32 and char not in "\n\t"}


def test_the_text_behind_a_large_attachment_is_read_and_the_attachment_is_not_kept() -> None:
    large = (b"A" * 76 + b"\n") * 100_000
    mail = (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/pdf; name=a.pdf\n"
        + b"Content-Transfer-Encoding: base64\n\n"
        + large
        + b"--x\nContent-Type: text/plain\n\nWhere is it?\n--x--\n"
    )
    (raw,) = messages(mail.splitlines(keepends=True))

    assert len(raw.content) < 1_000
    assert raw.is_whole
    assert message(raw).text.strip() == "Where is it?"
    assert message(raw).attachments == ("a.pdf",)


@pytest.mark.parametrize(
    "junk",
    [
        b"\xef\xbb\xbf",
        b"\n\n",
        b">From a@mail.example Mon Nov 23 10:00:00 2026\n",
        b"[-- Message  1 -- 23 lines, 762 bytes --]:\n",
        b"(Message inbox:1)\n",
        b"From a@mail.example Mon Nov 23 10:00:00 2026\n",
    ],
)
def test_what_mail_programs_put_above_a_message_is_passed_over(junk: bytes) -> None:
    (raw,) = messages((junk + HEAD + b"\nhi\n").splitlines(keepends=True))

    assert message(raw).value("subject") == "x"
    assert message(raw).text == "hi\n"


def test_only_a_mailbox_holds_several_messages() -> None:
    one = b"From a@mail.example Mon Nov 23 10:00:00 2026\n" + HEAD + b"\nhi\n\n"
    quoted = HEAD + b"\nhi\n\nFrom a@mail.example Mon Nov 23 10:00:00 2026\nmore\n"

    assert [raw.number for raw in messages((one * 3).splitlines(keepends=True))] == [1, 2, 3]
    assert [raw.number for raw in messages(quoted.splitlines(keepends=True))] == [0]
