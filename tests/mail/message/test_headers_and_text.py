"""What a message says, and what is no message."""

from __future__ import annotations

import pytest

from replyctl.errors import DataError
from replyctl.mail.message.headers_and_text import message
from replyctl.mail.message.intake import Raw

HEAD = "From: a@mail.example\nSubject: x\n"


def read(content: str | bytes) -> str:
    return message(Raw(content.encode() if isinstance(content, str) else content, 0, is_whole=True)).text.strip()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Just a text.", "Just a text."),
        ("Note: this is no header.\n\nSecond: neither.", "Note: this is no header.\n\nSecond: neither."),
        (HEAD + "Content-Type: text\n\nhi", "hi"),
        (HEAD + 'Content-Type: text/plain; charset="\n\nhi', "hi"),
        (HEAD + "Content-Transfer-Encoding: x-unknown\n\nhi", "hi"),
        (HEAD.encode() + b"Content-Type: text/plain; charset=idna\n\n\xd7", "×"),
        (HEAD + "Content-Transfer-Encoding: base64\n\naGVsbG8gd29ybGQ", "hello world"),
        (HEAD + "Content-Transfer-Encoding: base64\n\nnot base64 at all", "not base64 at all"),
        (HEAD + "Content-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9 =", "café"),
        (HEAD + "Content-Type: multipart/mixed\n\nno boundary", "no boundary"),
        (HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nno end", "no end"),
        ((HEAD + "\nhi\rthere").replace("\n", "\r"), "hi\nthere"),
        ((HEAD + "\nשלום").encode("utf-16"), "שלום"),
        (HEAD + "Content-Type: text/html\n\n<p>&#27;[2Jhi&#8238;</p>", "[2Jhi"),
    ],
)
def test_the_best_text_of_a_broken_message_is_found(content: str | bytes, text: str) -> None:
    assert read(content) == text


def test_a_stub_beside_a_page_is_not_what_the_mail_says() -> None:
    page = "<p>" + "The lamp flickers. " * 30 + "</p>"
    mail = (
        HEAD
        + "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nPlease use a newer program.\n"
        f"--x\nContent-Type: text/html\n\n{page}\n--x--\n"
    )

    assert read(mail).startswith("The lamp flickers.")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x89PNG\r\n\x1a\n\0\0\0", bytes(range(256)) * 20])
def test_what_is_no_mail_is_refused(content: bytes) -> None:
    with pytest.raises(DataError, match=r"no mail|not a mail"):
        read(content)
