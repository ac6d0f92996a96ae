"""A message as a person has it: its headers, what it says, and what is attached. Nothing wrong with it raises."""

from __future__ import annotations

import re
from email import message_from_bytes
from typing import NamedTuple

from replyctl.clean import clean
from replyctl.errors import DataError
from replyctl.mail.message import encoded_words
from replyctl.mail.message.charset import characters
from replyctl.mail.message.intake import Raw
from replyctl.mail.message.part import LONGEST, files, kind, leaves, texts

_KNOWN = (
    *(
        "arc-[a-z-]+",
        "authentication-results",
        "auto-submitted",
        "bcc",
        "cc",
        "content-[a-z-]+",
        "date",
        "delivered-to",
    ),
    *("dkim-signature", "envelope-to", "from", "importance", "in-reply-to", "list-[a-z-]+", "message-id"),
    *("mime-version", "precedence", "received", "references", "reply-to", "return-path", "sender", "sent", "status"),
    *("subject", "thread-[a-z]+", "to", "user-agent", "x-[a-z0-9-]+"),
)
_HEADER = rf"(?i)(?:{'|'.join(_KNOWN)})[ \t]*:".encode()
_ANY_HEADER = rb"[!-9;-~]{1,76}[ \t]*:"
_UTF_16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_MOST_NAMES = 50


class Message(NamedTuple):
    """One message. Names of headers are in small letters; values are raw, with surrogates for bytes."""

    headers: tuple[tuple[str, str], ...]
    text: str
    """What it says; lines end in LF, quotes are marked by `>`; "" if it has no text."""
    attachments: tuple[str, ...]
    kinds: tuple[str, ...]
    """The media types of its parts, in order, with the parameters of reports and invitations."""
    is_whole: bool

    def all(self, name: str) -> list[str]:
        """The raw values of every header of this name."""
        return [value for found, value in self.headers if found == name]

    def raw(self, name: str) -> str:
        """The raw value of the first, "" if there is none."""
        return next((value for found, value in self.headers if found == name), "")

    def value(self, name: str) -> str:
        """The first as a person reads it."""
        return encoded_words.value(self.raw(name))


def message(raw: Raw) -> Message:
    """The message of these bytes. DataError if they are no mail and no text."""
    content = _as_bytes_of_text(raw.content)
    if not content.strip():
        raise DataError("no mail: it is empty", hint="pipe in a mail, or name its file")
    if b"\0" in content[:1000] or _is_binary(content):
        raise DataError("not a mail: neither text nor a message", hint="save the mail as a file (.eml)")
    if not _has_headers(content):
        return Message((), _text(characters(content, None)), (), (), raw.is_whole)
    try:
        root = message_from_bytes(content)
    except Exception:  # noqa: BLE001 - the parser raises errors of a dozen kinds, and the stack may be too deep
        return Message((), _text(characters(content, None)), (), (), is_whole=False)
    headers = tuple((str(name).strip().lower(), str(value)) for name, value in root.raw_items())
    parts = list(leaves(root))
    text = _text("\n\n".join(filter(None, texts(root))))
    whole = raw.is_whole and len(text) <= LONGEST
    return Message(headers, text[:LONGEST], tuple(files(root)[:_MOST_NAMES]), tuple(map(kind, [root, *parts])), whole)


def _as_bytes_of_text(content: bytes) -> bytes:
    encoding = _UTF_16.get(content[:2])
    return content.decode(encoding, "replace").encode() if encoding else content.removeprefix(b"\xef\xbb\xbf")


def _is_binary(content: bytes) -> bool:
    """Whether it is a picture, a document or the like: many controls in a short stretch."""
    start = content[:2000]
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b\x07\x08" for byte in start)  # noqa: PLR2004 - the first printable character
    return controls > len(start) // 20


def _has_headers(content: bytes) -> bool:
    """Whether the text begins with a header block, in which one header at least is a mail's."""
    block = re.split(rb"\r?\n\r?\n|\r\r", content[: 64 << 10].lstrip(), maxsplit=1)[0]
    lines = re.split(rb"\r\n|\n|\r", block)
    return bool(re.match(_ANY_HEADER, lines[0])) and any(re.match(_HEADER, line) for line in lines)


def _text(text: str) -> str:
    """Clean, but with its blanks: a blank ends the marker of a signature."""
    return "\n".join(
        clean(line, newlines=True) if not line.isascii() or not line.isprintable() else line.rstrip()
        for line in _lines(text)
    )


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text[: LONGEST * 2])
