"""Reads a written message as a mail program does, and compares it with the reply, before anything leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.errors import OutputError
from replyctl.output import header_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.message import Message

    from replyctl.compose.reply import Reply
    from replyctl.output.header_lines import Mailbox


def check(
    message: str, reply: Reply, body: str, headers: Sequence[str], files: Sequence[tuple[str, bytes]] = ()
) -> None:
    """Check `message`, in which those headers stand, in this order. OutputError if it reads otherwise."""
    from email import message_from_string, policy

    read = message_from_string(message, policy=policy.default)
    raw = message_from_string(message)  # the library has different errors in its two halves
    ids = list(header_lines.thread(reply))
    people: dict[str, list[Mailbox | None]] = {
        "sender": [header_lines.sender(reply)],
        "recipient": [header_lines.recipient(reply)],
        "copies": [*header_lines.copies(reply)],
    }
    found = {
        **{name: _people(read[header]) for name, header in zip(people, ("From", "To", "Cc"), strict=True)},
        "subject": str(read["Subject"]),
        "thread": [_words(raw, "In-Reply-To"), _words(raw, "References")],
        "body": _text(read),
        "attachments": [(one.get_filename(), one.get_payload(decode=True)) for one in read.iter_attachments()],
        "headers": raw.keys(),
    }
    meant = {
        **{name: [(_unspaced(one[0]), one[1]) for one in ones if one] for name, ones in people.items()},
        "subject": header_lines.subject(reply),
        "thread": [ids[-1:], ids],
        "body": body,
        "attachments": [*files],
        "headers": [*headers],
    }
    if wrong := [name for name, value in meant.items() if found[name] != value]:
        raise OutputError(f"the {' and the '.join(wrong)} cannot be written as a message", hint="use -f draft")


def check_draft(draft: str, reply: Reply, body: str, headers: Sequence[str]) -> None:
    """Check a draft, whose headers are raw: who gets it, its thread, and that no value became a header or text.

    OutputError if it reads otherwise.
    """
    from email import message_from_string
    from email.utils import getaddresses

    read = message_from_string(draft)
    ids = list(header_lines.thread(reply))
    one_each = (header_lines.sender(reply), header_lines.recipient(reply))
    people = {"sender": one_each[:1], "recipient": one_each[1:], "copies": header_lines.copies(reply)}
    found = {
        **{
            name: [one[1] for one in getaddresses(read.get_all(header, []))]
            for name, header in zip(people, ("From", "To", "Cc"), strict=True)
        },
        "subject": str(read["Subject"]),
        "thread": [_words(read, "In-Reply-To"), _words(read, "References")],
        "body": read.get_payload(),
        "headers": read.keys(),
    }
    meant = {
        **{name: [one[1] for one in ones if one] for name, ones in people.items()},
        "subject": header_lines.literal(header_lines.subject(reply)),
        "thread": [ids[-1:], ids],
        "body": body,
        "headers": [*headers],
    }
    if wrong := [name for name, value in meant.items() if found[name] != value]:
        raise OutputError(f"the {' and the '.join(wrong)} cannot be written as a draft", hint="use -f eml")


def _people(header: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - the library names no type for it
    """Names and addresses in a header; none for None."""
    return [(_unspaced(one.display_name), one.addr_spec) for one in header.addresses] if header else []


def _words(message: Message, name: str) -> list[str]:
    return str(message.get(name, "")).split()


def _text(message: Any) -> str:  # noqa: ANN401 - as above
    text: str = message.get_body(("plain",)).get_content()
    return text.replace("\r\n", "\n")


def _unspaced(name: str) -> str:
    """The name without spaces: Python adds one between encoded words, against RFC 2047."""
    return "".join(name.split())
