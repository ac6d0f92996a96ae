"""The header block of a draft or a message: where it ends, and where its subject is. All line ends are accepted."""

from __future__ import annotations

import re
from typing import NamedTuple

from replyctl.clean import LINE_ENDS

Range = tuple[int, int]
_KNOWN = frozenset(
    [
        "bcc",
        "cc",
        "content-language",
        "content-transfer-encoding",
        "content-type",
        "date",
        "from",
        "in-reply-to",
        "mail-followup-to",
        "message-id",
        "mime-version",
        "references",
        "reply-to",
        "resent-to",
        "sender",
        "subject",
        "to",
        "user-agent",
    ]
)
_FIRST = re.compile(r"\ufeff?([A-Za-z][A-Za-z0-9-]*):")
_END = rf"(?>\r\n|[{LINE_ENDS}])"
_BLANK_LINE = rf"(?:\A|{_END})[ \t]*(?:{_END}|\Z)"
_SUBJECT = rf"(?i:(?:\A\ufeff?|{_END})subject:[ \t]*)([^{LINE_ENDS}]*(?:{_END}[ \t]+[^{LINE_ENDS}]+)*)"
_MIME = rf"(?i:(?:\A\ufeff?|{_END})(mime-version|content-type|content-transfer-encoding):)"
ENCODED = r"=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?="
"""An encoded word (RFC 2047)."""


class Headers(NamedTuple):
    """A header block; offsets are code points of the text that begins with it."""

    end: int
    """The end of its last line."""
    body: int
    """Where the text below its blank line begins."""
    subject: Range
    """The span of the subject's value, still folded; (0, 0) without a subject."""
    is_mime: bool
    """Whether it has MIME headers for the body."""
    is_encoded: bool
    """Whether its subject is encoded."""


def headers(text: str) -> Headers | None:
    """The header block that `text` begins with: the first line is a known header, the first blank line ends it.

    A MIME message may begin with any header.
    """
    first = _FIRST.match(text)
    if not first:
        return None
    blank = re.search(_BLANK_LINE, text)
    end, body = blank.span() if blank else (len(text), len(text))
    mime = re.compile(_MIME).search(text, 0, end)
    name = first[1].lower()
    if not (name in _KNOWN or name.startswith("x-") or (mime and mime[1].lower() == "mime-version")):
        return None
    found = re.compile(_SUBJECT).search(text, 0, end)
    subject = found.span(1) if found else (0, 0)
    return Headers(end, body, subject, bool(mime), bool(re.search(ENCODED, text[slice(*subject)])))
