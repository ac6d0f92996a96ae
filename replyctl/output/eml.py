"""A whole message, RFC 5322, 2047 and MIME, marked unsent so that mail programs open it for review.

Lines end in CRLF, as the standard says; sendmail, msmtp, Thunderbird and Outlook all accept that. There is no Date and
no Message-ID: the sending program adds both.
"""

from __future__ import annotations

from binascii import b2a_base64
from typing import TYPE_CHECKING, Any

from replyctl.errors import OutputError
from replyctl.output import header_lines, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem

_WISHED = 78  # bytes per line
_QP_LINE = 75  # and the "=" of a soft break
_QP_PLAIN = frozenset(range(0x20, 0x7F)) - {ord("=")} | {ord("\t")}


def render(reply: Reply, *, problems: Sequence[Problem] = ()) -> str:
    """The message, all ASCII. OutputError if a mail program would read something else than the reply."""
    body = text.render(reply, problems=problems)
    mailboxes = (("From", header_lines.sender(reply)), ("To", header_lines.recipient(reply)))
    encoding, encoded = _encoded(body)
    message = "".join(
        (
            *(header_lines.folded_mailbox(name, mailbox) for name, mailbox in mailboxes if mailbox),
            header_lines.folded("Subject", header_lines.subject(reply)),
            "X-Unsent: 1\r\n",
            "MIME-Version: 1.0\r\n",
            'Content-Type: text/plain; charset="utf-8"\r\n',
            f"Content-Transfer-Encoding: {encoding}\r\n\r\n",
            encoded.replace("\n", "\r\n"),
        )
    )
    _read_back(message, reply, body)
    return message


def _encoded(body: str) -> tuple[str, str]:
    """The transfer encoding and the encoded body: 7bit if safe, else the shorter of the other two."""
    lines = body.split("\n")
    if body.isascii() and not any(
        len(line) > _WISHED or line.endswith((" ", "\t")) or _fragile(line) for line in lines
    ):
        return "7bit", body
    quoted = "\n".join(soft for line in lines for soft in _quoted_printable(line))
    # RFC 2045: line ends are CRLF inside base64 too.
    octets = body.replace("\n", "\r\n").encode()
    base64 = "".join(b2a_base64(octets[at : at + 57]).decode() for at in range(0, len(octets), 57))
    return ("base64", base64) if len(base64) < len(quoted) else ("quoted-printable", quoted)


def _fragile(line: str) -> bool:
    """Whether a mail system may change the line: mbox escapes From, SMTP doubles a leading dot."""
    return line.startswith(("From ", "."))


def _quoted_printable(line: str) -> Iterator[str]:
    current = ""
    for at, char in enumerate(line):
        octets = char.encode()
        protected = (at == 0 and _fragile(line)) or (at == len(line) - 1 and char in " \t")
        plain = octets[0] in _QP_PLAIN and not protected
        piece = char if plain else "".join(f"={octet:02X}" for octet in octets)
        if len(current) + len(piece) > _QP_LINE:
            yield f"{current}="
            current = ""
        # A soft break starts a new line, which may need protection too.
        current += f"={ord(piece):02X}" if not current and at and piece in {".", "F"} else piece
    yield current


def _read_back(message: str, reply: Reply, body: str) -> None:
    """Check that the standard library's parser reads the reply back. OutputError if not."""
    from email import message_from_string, policy

    read = message_from_string(message, policy=policy.default)
    found = {
        "sender": _people(read["From"]),
        "recipient": _people(read["To"]),
        "subject": str(read["Subject"]),
        "body": read.get_content().replace("\r\n", "\n"),
        "headers": len(read.keys()),
    }
    people = {"sender": header_lines.sender(reply), "recipient": header_lines.recipient(reply)}
    meant = {
        **{name: [(_unspaced(one[0]), one[1])] if one else [] for name, one in people.items()},
        "subject": header_lines.subject(reply),
        "body": body,
        "headers": 5 + sum(mailbox is not None for mailbox in people.values()),
    }
    if wrong := [name for name, value in meant.items() if found[name] != value]:
        raise OutputError(f"the {' and the '.join(wrong)} cannot be written as a message", hint="use -f draft")


def _people(header: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - the library names no type for it
    """Names and addresses in a header; none for None."""
    return [(_unspaced(one.display_name), one.addr_spec) for one in header.addresses] if header else []


def _unspaced(name: str) -> str:
    """The name without spaces: Python adds one between encoded words, against RFC 2047."""
    return "".join(name.split())
