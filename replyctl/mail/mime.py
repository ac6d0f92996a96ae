"""A MIME message as a person reads it: decoded subject and plain text, and the attachments.

The standard library's parser reads the parts. Its input is bounded, and all its errors on broken messages become
one error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from typing import Any, NamedTuple

from replyctl.errors import DataError
from replyctl.mail.headers import Headers
from replyctl.mail.message.charset import CODECS

_MOST_BYTES, _MOST_PARTS, _LONGEST = 32 << 20, 500, 8 << 10
"""Limits of a message, its parts and a header, far above what mail programs write."""
_LONG_HEADER = rb"(?im)^content-[a-z-]+:(?:[^\r\n]|\r?\n[ \t]){%d}" % _LONGEST
_AS_IT_IS = {"", "7bit", "8bit", "binary"}


class Decoded(NamedTuple):
    """The message with subject and text decoded in place; unchanged if nothing was encoded."""

    text: str
    attachments: list[dict[str, Any]]
    """Name and size (bytes) of each."""


def decoded(text: str, block: Headers) -> Decoded:
    """Decode the message `text`, which begins with `block`; lone surrogates stand for bytes that are not UTF-8.

    DataError if it is too large, broken, or has no plain text.
    """
    content = text.removeprefix("\ufeff").encode("utf-8", "surrogateescape")
    if len(content) > _MOST_BYTES or content.count(b"\n--") > _MOST_PARTS or re.search(_LONG_HEADER, content):
        raise DataError("the message is too large")
    try:
        message = message_from_bytes(content)
        parts = list(_parts(message))
        part = _plain_text(parts)
        plain = part is message and part.get("Content-Transfer-Encoding", "").strip().lower() in _AS_IT_IS
        octets = text[block.body :].encode("utf-8", "surrogateescape") if plain else _octets(part)
        body = _characters(octets, str(part.get_content_charset("us-ascii")))
        attached = [{"name": _name(one), "size": len(_octets(one))} for one in parts if _is_attached(one)]
        head = _head(text[: block.body], block)
    except DataError:
        raise
    except Exception as error:  # the parser raises errors of a dozen kinds on broken messages
        raise DataError("the message is broken", hint="save it again as plain text") from error
    return Decoded(head + body, attached)


def _head(text: str, block: Headers) -> str:
    """The header block with its subject decoded on one line."""
    start, end = block.subject
    subject = text[start:end]
    return f"{text[:start]}{' '.join(_words(subject).split())}{text[end:]}" if block.is_encoded else text


def _parts(message: Message) -> Iterator[Message]:
    """The leaf parts in order; an attached message counts as one."""
    open_ = [message]
    while open_:
        part = open_.pop(0)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            open_ = [one for one in part.get_payload() if isinstance(one, Message)] + open_
        else:
            yield part


def _plain_text(parts: Iterable[Message]) -> Message:
    for part in parts:
        if part.get_content_type() == "text/plain" and not _is_attached(part):
            return part
    raise DataError("the message has no plain text", hint="save it as plain text")


def _octets(part: Message) -> bytes:
    octets = part.get_payload(decode=True)
    return octets if isinstance(octets, bytes) else b""


def _characters(octets: bytes, charset: str) -> str:
    for name in (CODECS.get(charset.lower(), charset), "utf-8"):
        try:
            return octets.decode(name)
        except (LookupError, UnicodeError):
            continue
    raise DataError(f"the text is not valid {charset[:40]}", hint="save the draft as UTF-8")


def _words(text: str) -> str:
    """A header's value with its encoded words (RFC 2047) decoded; unchanged if one is broken."""
    if len(text) > _LONGEST:
        return text
    try:
        # The library returns the text between them escaped.
        return "".join(
            one if isinstance(one, str) else _characters(one, charset) if charset else one.decode("raw-unicode-escape")
            for one, charset in decode_header(text)
        )
    except (MessageError, DataError):
        return text


def _is_attached(part: Message) -> bool:
    kind = part.get_content_maintype()
    return kind == "message" or part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _name(part: Message) -> str:
    return _words(str(part.get_filename() or ""))
