"""A message as a person has it: its headers, what it says, and what is attached. Nothing wrong with it raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message as Part
from typing import NamedTuple

from replyctl.clean import clean
from replyctl.errors import DataError
from replyctl.mail.message import encoded_words
from replyctl.mail.message.charset import characters
from replyctl.mail.message.intake import Raw
from replyctl.mail.message.markup import seen

LONGEST = 200_000
"""Characters of a text that are read: some 30,000 words, and many levels of quotes."""
_HEADER = rb"(?i)(?:from|to|cc|subject|date|sent|received|return-path|delivered-to|message-id|reply-to|sender|mime-version|content-[a-z-]+|x-[a-z0-9-]+|dkim-signature|authentication-results|arc-[a-z-]+|list-[a-z-]+|in-reply-to|references|user-agent|auto-submitted|precedence|envelope-to|bcc|thread-[a-z]+|importance|status)[ \t]*:"
_ANY_HEADER = rb"[!-9;-~]{1,76}[ \t]*:"
_UTF_16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_READABLE = r"text/(?:plain|html|enriched)|multipart/"
_NO_BASE64 = rb"[A-Za-z0-9] +[A-Za-z0-9]+ +[A-Za-z0-9]"
"""Words, which a body that is really encoded has none of."""
_MOST_NAMES = 50
_NAME = 150
_STUB = 200
"""Characters up to which a plain part may only say that there is an HTML part."""
_STUB_TIMES = 4


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
    leaves = list(_leaves(root))
    names = [name for leaf in leaves if (name := _attached(leaf))]
    text = _text("\n\n".join(filter(None, _texts(root))))
    whole = raw.is_whole and len(text) <= LONGEST
    return Message(headers, text[:LONGEST], tuple(names[:_MOST_NAMES]), tuple(map(_kind, [root, *leaves])), whole)


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


def _leaves(part: Part) -> Iterator[Part]:
    """The parts that hold no others, in order; an attached message counts as one."""
    open_ = [part]
    while open_:
        one = open_.pop(0)
        inner = _inner(one)
        if inner:
            open_ = inner + open_
        else:
            yield one


def _inner(part: Part) -> list[Part]:
    if part.get_content_maintype() != "multipart" or not part.is_multipart():
        return []
    return [one for one in part.get_payload() if isinstance(one, Part)]


def _texts(part: Part) -> list[str]:
    """What is to be read of a part, in order."""
    inner = _inner(part)
    if not inner:
        return [_said(part)]
    if part.get_content_subtype() == "alternative":
        return [_chosen(inner)]
    if part.get_content_subtype() in {"report", "digest"}:
        return _texts(inner[0])
    return [text for one in inner for text in _texts(one)]


def _chosen(alternatives: list[Part]) -> str:
    """The plain one, unless it is empty or a stub beside what the others say."""
    plain = next((_said(one) for one in alternatives if one.get_content_type() == "text/plain"), "")
    if len(plain.strip()) > _STUB:
        return plain
    others = [text for one in alternatives if one.get_content_type() != "text/plain" for text in _texts(one)]
    rich = max(others, key=len, default="")
    return rich if not plain.strip() or len(rich) > _STUB_TIMES * len(plain) + _STUB else plain


def _said(part: Part) -> str:
    """The text of one part, "" if it has none to be read."""
    kind = _kind(part).partition(";")[0]
    if not re.match(_READABLE, kind) or _attached(part):
        return ""
    text = characters(_octets(part), _parameter(part, "charset"))[: LONGEST * 4]
    return seen(text) if kind.startswith("text/html") else text


def _octets(part: Part) -> bytes:
    """The decoded bytes of a part; those of a broken encoding as far as they go."""
    payload = part.get_payload()
    written = payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""
    try:
        if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":
            return written if re.search(_NO_BASE64, written) else encoded_words.base64(written)
        octets = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - as in `message`
        return written
    return octets if isinstance(octets, bytes) else written


def _kind(part: Part) -> str:
    told = {"report": "report-type", "calendar": "method"}.get(part.get_content_subtype())
    parameter = _parameter(part, told) if told else ""
    return f"{part.get_content_type()};{parameter.lower()}" if parameter else part.get_content_type()


def _parameter(part: Part, name: str) -> str:
    try:
        found = part.get_param(name)
    except Exception:  # noqa: BLE001 - a broken header has no parameters
        return ""
    return found if isinstance(found, str) else str(found[2]) if found else ""


def _file_name(part: Part) -> str:
    """As given; one that is written in bytes as they are, the library has lost."""
    name = str(part.get_filename() or "")
    if "\ufffd" not in name:
        return name
    raw = "\n".join(str(value) for header, value in part.raw_items() if header.lower().startswith("content-"))
    found = re.search(r"name\s*=\s*\"?([^\";\r\n]+)", raw)
    return found[1] if found else name


def _attached(part: Part) -> str:
    """The name of an attached file, without folders; "" for a text of the message and for pictures inside of it."""
    try:
        disposition = part.get_content_disposition()
        name = _file_name(part)
    except Exception:  # noqa: BLE001 - a broken header
        disposition, name = None, ""
    kind = part.get_content_maintype()
    if not name:
        if kind == "message" and not part.get_content_type().endswith(("delivery-status", "disposition-notification")):
            return "message.eml"
        return "unnamed" if disposition == "attachment" else ""
    if kind == "image" and part.get("Content-ID") and disposition != "attachment":
        return ""
    return encoded_words.value(str(name).replace("\\", "/").rpartition("/")[2])[:_NAME] or "unnamed"
