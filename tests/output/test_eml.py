"""A whole message: what a mail program reads in it is what was meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.utils import getaddresses
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from replyctl.clean import clean
from replyctl.compose.reply import Reply
from replyctl.errors import MissingValues, OutputError
from replyctl.library.attached_file import located
from replyctl.output import FORMATS, header_lines
from replyctl.output.header_lines import address

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

Make = Callable[..., Reply]


def read(reply: Reply) -> tuple[str, EmailMessage]:
    shown = FORMATS["eml"](reply)
    return shown, message_from_bytes(shown.encode("ascii"), policy=policy.default)


def body_of(message: EmailMessage) -> str:
    content: str = message.get_content()
    return content.replace("\r\n", "\n")


def test_it_opens_unsent_and_leaves_date_and_id_to_the_mail_program(make: Make) -> None:
    shown, message = read(make("שלום,\n", "הזמנה HW-659"))
    assert message.keys() == [
        *("From", "To", "Subject", "X-Unsent"),
        *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
    ]
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "הזמנה HW-659"
    assert body_of(message) == "שלום,\n"
    assert shown.isascii()


def test_every_line_ends_in_cr_lf_and_is_short(make: Make) -> None:
    shown, _ = read(make("תודה שפנית אלינו. " * 50, "订单" * 100, name="名" * 64, agent="a" * 64))
    assert "\n" not in shown.replace("\r\n", "")
    assert all(len(line) <= 78 for line in shown.split("\r\n"))
    assert all(len(word) <= 75 for word in re.findall(r"=\?\S+\?=", shown))


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        ("Short and plain.\n", "7bit"),
        ("Café\n", "quoted-printable"),
        ("word " * 30 + "\n", "quoted-printable"),
        ("From here on\n.\n..\n-- \nDana\n", "quoted-printable"),
        ("שלום וברכה לכולם\n", "base64"),
        ("您的订单已经发出\n", "base64"),
    ],
)
def test_the_body_travels_safely(make: Make, body: str, encoding: str) -> None:
    shown, message = read(make(body))
    assert message["Content-Transfer-Encoding"] == encoding
    assert body_of(message) == clean(body, newlines=True) + "\n"
    lines = shown.partition("\r\n\r\n")[2].split("\r\n")
    assert not [line for line in lines if line.startswith((".", "From ")) or line.endswith(" ")]


NASTY = [
    "Support Team of the Very Long Name, evil@evil.example, and More of It",
    "ceo@shop.example <evil@evil.example>",
    'a" <evil@evil.example>, "b',
    "x\r\nBcc: evil@evil.example\r\n\r\nbody",
    "=?utf-8?q?Hi=0D=0ABcc:_evil@evil.example?=",
    "x\n",
    "\\",
    'דנה "לוי", (VIP); group: a@b.example;',
    "a\x00b\x1bc\x85d\u2028e\ud800f\u202eg",
    "=?x?",
]
TEXTS = st.sampled_from(NASTY) | st.text(max_size=120) | st.text('ab ,;:<>@()[]"\\.=?_\r\nש订é\t', max_size=120)


@settings(max_examples=300)
@given(TEXTS, TEXTS, TEXTS, st.text(max_size=200))
@example(NASTY[0], NASTY[0], NASTY[0], ".")
@example("x" * 2000, "x" * 2000, "é" * 2000, "é" * 2000)
def test_no_text_changes_who_gets_it_or_what_they_read(
    make: Make, subject: str, name: str, agent: str, body: str
) -> None:
    _, message = read(make(body, subject, name=name, agent=agent))
    assert len(message.keys()) == 7
    assert [one.addr_spec for one in message["To"].addresses] == ["diane@customer.example"]
    assert [one.addr_spec for one in message["From"].addresses] == ["support@shop.example"]
    assert message["Subject"] == clean(subject)[:900].rstrip()
    assert body_of(message) == clean(body, newlines=True) + "\n"


@pytest.mark.parametrize(
    "name", ["Diane", "Lévy, Noa", 'Noa "No" Levy', "O'Brien", "דנה לוי", "王小明", "Dr. Dana Levi"]
)
def test_a_name_is_read_as_it_was_written(make: Make, name: str) -> None:
    _, message = read(make(name=name))
    assert message["To"].addresses == (Address(name, addr_spec="diane@customer.example"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("diane@customer.example", "diane@customer.example"),
        ("d.i+a@mail.customer.example", "d.i+a@mail.customer.example"),
        ("diane@לקוח.example", "diane@xn--9dben8b.example"),
        ("diane@customer", ""),
        ("a@b.example, c@d.example", ""),
        ("<diane@customer.example>", ""),
        ("a..b@customer.example", ""),
        ("a@-b.example", ""),
        ("דנה@customer.example", ""),
        ("a@b.example\nBcc: c@d.example", ""),
        ("https://shop.example/@us", ""),
        ("@" * 1000, ""),
        ("a@" + "ü" * 300 + ".example", ""),
        ("", ""),
    ],
)
def test_only_an_address_is_an_address(text: str, expected: str) -> None:
    assert address(text) == expected


LONG = [
    "ש" * 200,
    "דנה לוי " * 25,
    "王小明" * 70,
    "👩🏽‍🚀" * 50,
    'Noa "No" Levy, ' * 14,
    "Lévy, <evil@evil.example>, " * 8,
    "=?utf-8?q?evil=40evil.example?= " * 7,
    "=?utf-8?b?" + "A" * 190,
    "Bob\r\n <evil@evil.example>,\r\n Eve " * 6,
    "\\" * 200,
    '"' * 200,
]


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("format_", ["eml", "draft"])
def test_a_long_name_is_read_as_it_was_written_and_adds_nobody(make: Make, name: str, format_: str) -> None:
    shown = FORMATS[format_](make(name=name, agent=name))
    message = message_from_bytes(shown.encode(), policy=policy.default)
    meant = clean(name)[:64].rstrip()

    for header, address_ in (("To", "diane@customer.example"), ("From", "support@shop.example")):
        [found] = message[header].addresses
        assert found.addr_spec == address_
        if format_ == "eml":  # a blank between two encoded words is the library's own
            assert "".join(found.display_name.split()) == "".join(meant.split())
            raw = message_from_bytes(shown.encode(), policy=policy.compat32)[header]
            assert [pair[1] for pair in getaddresses([raw])] == [address_]
            if "=?" in raw:  # the older half of the library has the blanks right
                assert str(make_header(decode_header(raw.rpartition("<")[0]))).strip() == meant
    assert all(len(line) <= 78 for line in shown.split("\r\n")) or format_ == "draft"


def test_words_of_a_long_name_stay_whole(make: Make) -> None:
    shown, _ = read(make(name="פרופסור אלכסנדרה-ורוניק לבית רוזנבלום-אברבנאל"))
    words = [str(make_header(decode_header(word))) for word in re.findall(r"=\?\S+\?=", shown.partition("Subject")[0])]

    assert len(words) > 1
    assert all(word.endswith(" ") for word in words[:-1])


@pytest.mark.parametrize("wrong", ["Diana", "Diane Smith", ""])
def test_a_name_that_would_be_read_otherwise_is_refused(
    make: Make, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setattr(header_lines, "_quoted", lambda _name: wrong)
    with pytest.raises(OutputError, match="the sender and the recipient cannot be written"):
        FORMATS["eml"](make())


IDS = tuple(f"<{'x' * 90}.{number}@{'very-' * 6}long.example>" for number in range(20))


def test_the_thread_is_written_as_it_was_however_long(make: Make) -> None:
    shown, message = read(make(references=IDS))
    raw = message_from_bytes(shown.encode("ascii"))

    assert raw["References"].split() == [*IDS]
    assert raw["In-Reply-To"] == IDS[-1]
    assert "=?" not in shown.partition("References")[2].partition("X-Unsent")[0]
    assert "References" in message.keys()  # noqa: SIM118 - the library asks for no more than the name


@pytest.mark.parametrize("id_", ["<a@b\r\nBcc: evil@evil.example>", "<a b@c>", "a@b", "<a@b><c@d>", "<ü@b>"])
def test_an_id_that_is_none_is_left_out(make: Make, id_: str) -> None:
    shown, message = read(make(references=("<one@mail.example>", id_)))

    assert "Bcc" not in message.keys()  # noqa: SIM118 - as above
    assert message_from_bytes(shown.encode())["References"] == "<one@mail.example>"


def test_copies_go_to_addresses_and_to_nobody_else(make: Make) -> None:
    many = tuple(f"somebody.{number}@customer.example" for number in range(30))
    shown, message = read(make(cc=(*many, "a@b.example, c@d.example", "x\r\nBcc: y@z.example")))

    assert [one.addr_spec for one in message["Cc"].addresses] == [*many]
    assert all(len(line) <= 78 for line in shown.split("\r\n"))


def test_a_complete_message_can_be_sent_and_does_not_name_this_computer(make: Make) -> None:
    shown = FORMATS["eml"](make(), complete=True)
    message = message_from_bytes(shown.encode("ascii"), policy=policy.default)

    assert "X-Unsent" not in message
    assert abs((datetime.now(UTC) - message["Date"].datetime).total_seconds()) < 60
    assert re.fullmatch(r"<[^@\s]+@shop\.example>", message["Message-ID"])


@pytest.mark.parametrize(
    ("lacking", "name"), [({"contact": "+972 3 555 0100"}, "agent.contact"), ({"email": ""}, "customer.email")]
)
def test_a_complete_message_needs_whom_it_is_from_and_to(make: Make, lacking: dict[str, str], name: str) -> None:
    with pytest.raises(MissingValues) as told:
        FORMATS["eml"](make(**lacking), complete=True)
    assert told.value.missing == (name,)


@pytest.mark.parametrize(
    "name", ["manual.pdf", "returns form.docx", "הוראות.pdf", "说明书.txt", 'a"b.pdf', "x" * 150 + ".bin", "a;b=c.eml"]
)
def test_a_file_arrives_as_it_is_under_its_name(make: Make, tmp_path: Path, name: str) -> None:
    octets = bytes(range(256)) * 9
    (tmp_path / name).write_bytes(octets)
    shown, message = read(make("שלום,\n\n.\n", attachments=(located(tmp_path, name),)))

    [attached] = message.iter_attachments()
    assert (attached.get_filename(), attached.get_payload(decode=True)) == (name, octets)
    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == "שלום,\n\n.\n"
    assert "\n" not in shown.replace("\r\n", "")
    assert all(len(line) <= 998 for line in shown.split("\r\n"))
