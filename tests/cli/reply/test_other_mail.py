"""`lint --reply-to` of a draft whose headers belong to another mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desk, Mails

BODY = "Subject: Re: Order HW-20391\n\nHi Sarah,\n\nyour order HW-20391 arrives on Friday.\n"


def _told(desk: Desk, mails: Mails, head: str) -> str:
    (desk.home / "mail.eml").write_bytes(mails.write())
    return desk.run("lint", "--reply-to", "mail.eml", stdin=f"{head}{BODY}".encode()).stderr.decode()


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("To: Bob <bob@mail.example>\n", "notice: stdin: To is bob@mail.example, not the mail's sarah@mail.example"),
        (
            "In-Reply-To: <two@mail.example>\n",
            "notice: stdin: In-Reply-To is <two@mail.example>, which is another mail than <one@mail.example>",
        ),
        (
            "MIME-Version: 1.0\nTo: bob@mail.example,\n joe@mail.example\n",
            "To is bob@mail.example, joe@mail.example, not",
        ),
    ],
)
def test_what_belongs_to_another_mail_is_told(desk: Desk, mails: Mails, head: str, told: str) -> None:
    assert told in _told(desk, mails, head)


@pytest.mark.parametrize(
    "head",
    [
        "",
        "To: Sarah@mail.example, bob@mail.example\n",
        "To: \n",
        "In-Reply-To: <one@mail.example>\nTo: sarah@mail.example\n",
    ],
)
def test_headers_that_fit_or_are_missing_are_no_news(desk: Desk, mails: Mails, head: str) -> None:
    assert "notice" not in _told(desk, mails, head)
