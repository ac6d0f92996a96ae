"""Makes untrusted text safe: values when read, and text when shown on a terminal.

Customers' mail, values, imported snippets and file names can contain terminal escapes and bidi overrides. They are
removed from values when read (`clean`, and `safe` for a whole file), and replaced by a visible mark in text that is
only shown (`printable`).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Literal

LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
"""All characters that end a line; CR LF counts once."""
_ESCAPES = (
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x9b[0-?]*[ -/]*[@-~]"  # CSI in one byte
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f]*(?:\x07|\x1b\\|\x9c|\Z)"  # OSC, DCS, SOS, PM, APC
    r"|\x1b[ -/]*[0-~]?"  # any other escape
)
# Controls, bidi embeddings, overrides and isolates, U+2028/9, noncharacters (used as internal marks), lone surrogates.
# Left-to-right and right-to-left marks stay: they only order neutral characters.
_UNSAFE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
_REMOVED = re.compile(f"(?:{_ESCAPES})|{_UNSAFE}")
_NEWLINE = re.compile(rf"\r\n|[{LINE_ENDS}]")
_MARK = "\ufeff"
"""The byte order mark: useless except at the start, and not allowed in YAML."""
_BLANK = re.compile(r"\s+")
_MARKS = 30


def clean(text: str, *, newlines: bool = False) -> str:
    """A value as it is read: no escapes, controls or bidi overrides; NFC; trimmed.

    With `newlines`, line ends become LF; else any run of white space becomes one space.
    """
    if text.isascii() and text.isprintable():
        return text.strip() if newlines else " ".join(text.split())
    text = normalised("NFC", _without(text))
    return text.strip() if newlines else _BLANK.sub(" ", text).strip()


def safe(data: Any) -> Any:  # noqa: ANN401 - what a YAML or JSON file holds
    """`data` without escapes, controls and bidi overrides in any text, including keys."""
    if isinstance(data, str):
        return _without(data)
    if isinstance(data, dict):
        return {safe(key): safe(value) for key, value in data.items()}
    return [safe(one) for one in data] if isinstance(data, list) else data


def _without(text: str) -> str:
    return _REMOVED.sub("", _NEWLINE.sub("\n", text)).replace(_MARK, "")


def normalised(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """`text` in a Unicode normal form.

    Sorting the marks on one letter is quadratic, so runs longer than in Unicode's stream-safe text are sorted apart.
    """
    if unicodedata.is_normalized(form, text):
        return text
    heaps: list[str] = []
    start = marks = 0
    for at, char in enumerate(text):
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks > _MARKS:
            heaps.append(text[start:at])
            start, marks = at, 1
    return "".join(unicodedata.normalize(form, heap) for heap in (*heaps, text[start:]))


def printable(text: str) -> str:
    """Untrusted text for a terminal or a message: unsafe characters become U+FFFD; tabs and newlines stay."""
    if text.isprintable():
        return text
    return _REMOVED.sub("\ufffd", text.replace("\r\n", "\n"))
