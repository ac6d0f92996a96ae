"""Stretches of a text that are no words of its author: links, addresses, ids, code, quoted speech, names.

Each is one token for the rules (`§url`, `§id` …), so that no phrase matches across it and no rule judges its letters.
The patterns know scripts, not languages: `\\b` would fail beside Han characters, which are word characters too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Mask = tuple[int, int, str]
"""Start, end (code points), kind."""

_NOT_URL = r"\s<>\"'`\u0590-\u05ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’«»"
_URL = re.compile(rf"(?:https?://|www\.)[^{_NOT_URL}]*[^{_NOT_URL}.,;:!?)\]}}]", re.IGNORECASE)
_TLD = r"(?:com|net|org|info|io|co|app|shop|help|me|il|cn|hk|tw|uk|de|fr|us|eu|example|test|invalid)"
_DOMAIN = re.compile(rf"(?<![\w@.-])(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+{_TLD}(?![A-Za-z0-9-])(?:/[^{_NOT_URL}]*[^{_NOT_URL}.,;:!?)\]}}])?")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_HANDLE = re.compile(r"(?<![\w@])[@][A-Za-z]\w+")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
_SPEECH = re.compile(
    r"“[^”\n]{1,300}”|«[^»\n]{1,300}»|「[^」\n]{1,300}」|『[^』\n]{1,300}』|《[^》\n]{1,60}》|„[^”“\n]{1,300}[”“]"
    r'|(?<![^\W\d_])"[^"\n]{1,300}"(?![^\W\d_])'
)
_PHONE = re.compile(
    r"(?<![\w-])(?:\+\d[\d ().-]{6,18}\d|\(?0\d{1,4}\)?(?:[ .-]?\d{3,4}[ .-]?\d{3,4}(?:[ .-]?\d{2,4})?|[ .-]?\d{6,9})"
    r"|\*\d{4}|1[- ]?[3-9]\d{2}[- ]\d{3}[- ]?\d{3,4}|1\d{2}[- ]\d{4}[- ]\d{4}|\d{3,4}[- ]\d{3,4}[- ]\d{3,4}|[2-9]\d{3} \d{4})(?![\w-])"
)
_ID = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{1,6}[-_/#]?\d[A-Za-z0-9_-]*|[A-Z]{2,}(?:-[A-Z0-9]+)*-[A-Z]*\d[A-Z0-9]*(?:-[A-Z0-9]+)*"
    r"|[A-Za-z0-9]{2,}(?:-[A-Z0-9]*\d[A-Z0-9]*){2,}|#\d{3,}(?!\d)|\d{5,}(?![A-Za-z0-9]))"
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_DIGIT = re.compile(r"\d")


def masks(text: str, names: Iterable[str] = ()) -> list[Mask]:
    """What is masked in `text`, sorted, without overlaps; `names` are masked as written (case matters)."""
    found: list[Mask] = []
    if "`" in text:
        found += [(m.start(), m.end(), "§code") for m in _CODE.finditer(text)]
    if "://" in text or "www." in text:
        found += [(m.start(), m.end(), "§url") for m in _URL.finditer(text)]
    if "@" in text:
        found += [(m.start(), m.end(), "§email") for m in _EMAIL.finditer(text)]
        found += [(m.start(), m.end(), "§handle") for m in _HANDLE.finditer(text)]
    if "." in text:
        found += [(m.start(), m.end(), "§url") for m in _DOMAIN.finditer(text)]
    found += _names(text, names)
    if any(mark in text for mark in '"“«「『《„'):
        found += [(m.start(), m.end(), "§quote") for m in _SPEECH.finditer(text)]
    if _DIGIT.search(text):
        found += [(m.start(), m.end(), "§phone") for m in _PHONE.finditer(text)]
        found += [(m.start(), m.end(), "§id") for m in _ID.finditer(text) if not _DATE.match(m.group())]
    return _apart(found) if len(found) > 1 else found


def _names(text: str, names: Iterable[str]) -> Iterable[Mask]:
    for name in names:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not (name[0].isascii() and (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())):
                yield at, end, "§name"
            at = text.find(name, end)


def _apart(found: list[Mask]) -> list[Mask]:
    """Sorted, the longer of two that begin together, and nothing that begins inside another."""
    found.sort(key=lambda mask: (mask[0], -mask[1]))
    apart, end = [], 0
    for mask in found:
        if mask[0] >= end:
            apart.append(mask)
            end = mask[1]
    return apart
