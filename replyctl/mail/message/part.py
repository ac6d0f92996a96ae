"""The parts of a message: what each says, and what is attached. Nothing wrong with one raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message as Part

from replyctl.mail.message import encoded_words
from replyctl.mail.message.charset import characters
from replyctl.mail.message.html_page import seen

LONGEST = 200_000
"""Characters of a text that are read: some 30,000 words, and many levels of quotes."""
_NAME = 150
_READABLE = r"text/(?:plain|html|enriched)|multipart/"
_NO_BASE64 = rb"[A-Za-z0-9] +[A-Za-z0-9]+ +[A-Za-z0-9]"
"""Words, which a body that is really encoded has none of."""
_STUB = 200
"""Characters up to which a plain part may only say that there is an HTML part."""
_STUB_TIMES = 4


def leaves(part: Part) -> Iterator[Part]:
    """The parts that hold no others, in order; an attached message counts as one."""
    open_ = [part]
    while open_:
        one = open_.pop(0)
        inner = _inner(one)
        if inner:
            open_ = inner + open_
        else:
            yield one


def files(root: Part) -> list[str]:
    """The names of the files attached to a message; the mail that a report gives back is none."""
    told = [part for part in leaves(root) if not (_is_report(root) and part.get_content_maintype() == "message")]
    return [name for part in told if (name := attached(part))]


def _is_report(root: Part) -> bool:
    return root.get_content_type() == "multipart/report"


def _inner(part: Part) -> list[Part]:
    if part.get_content_maintype() != "multipart" or not part.is_multipart():
        return []
    return [one for one in part.get_payload() if isinstance(one, Part)]


def texts(part: Part) -> list[str]:
    """What is to be read of a part, in order."""
    inner = _inner(part)
    if not inner:
        return [_said(part)]
    if part.get_content_subtype() == "alternative":
        return [_chosen(inner)]
    if part.get_content_subtype() in {"report", "digest"}:
        return texts(inner[0])
    return [text for one in inner for text in texts(one)]


def _chosen(alternatives: list[Part]) -> str:
    """The plain one, unless it is empty or a stub beside what the others say."""
    plain = next((_said(one) for one in alternatives if one.get_content_type() == "text/plain"), "")
    if len(plain.strip()) > _STUB:
        return plain
    others = [text for one in alternatives if one.get_content_type() != "text/plain" for text in texts(one)]
    rich = max(others, key=len, default="")
    return rich if not plain.strip() or len(rich) > _STUB_TIMES * len(plain) + _STUB else plain


def _said(part: Part) -> str:
    """The text of one part, "" if it has none to be read."""
    its_kind = kind(part)
    if not re.match(_READABLE, its_kind) or attached(part):
        return ""
    text = characters(_octets(part), _parameter(part, "charset"))[: LONGEST * 4]
    return seen(text) if its_kind.startswith("text/html") else text


def _octets(part: Part) -> bytes:
    """The decoded bytes of a part; those of a broken encoding as far as they go."""
    written = _written(part)
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "base64":
        return written if re.search(_NO_BASE64, written) else encoded_words.base64(written)
    try:
        octets = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - the library raises errors of a dozen kinds on broken parts
        return written
    return octets if isinstance(octets, bytes) else written


def _written(part: Part) -> bytes:
    """The bytes of a part as they came; the library's own way decodes them by a charset that may be none."""
    payload = vars(part).get("_payload")
    return payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""


def kind(part: Part) -> str:
    """The media type, with the parameter that tells what a report or an invitation is for."""
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


def attached(part: Part) -> str:
    """The name of an attached file, without folders; "" for a text of the message and for pictures inside of it."""
    try:
        disposition = part.get_content_disposition()
        name = _file_name(part)
    except Exception:  # noqa: BLE001 - a broken header
        disposition, name = None, ""
    type_ = part.get_content_maintype()
    if not name:
        if type_ == "message" and not part.get_content_type().endswith(("delivery-status", "disposition-notification")):
            return "message.eml"
        return "unnamed" if disposition == "attachment" else ""
    if type_ == "image" and part.get("Content-ID") and disposition != "attachment":
        return ""
    return encoded_words.value(str(name).replace("\\", "/").rpartition("/")[2])[:_NAME] or "unnamed"
