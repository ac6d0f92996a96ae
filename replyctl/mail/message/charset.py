"""Bytes to text: charset names as messages use them, names that lie, and bytes that are declared by none."""

from __future__ import annotations

import re

CODECS = {
    "cp-850": "cp850",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-2022-jp-ms": "iso2022_jp_ext",
    "iso-8859-1": "cp1252",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-8-i": "iso-8859-8",
    "ks_c_5601-1987": "cp949",
    "latin1": "cp1252",
    "shift_jis": "cp932",
    "us-ascii": "utf-8",
    "utf8mb4": "utf-8",
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
}
"""Charset names in messages, with the Python codec to use instead."""
_NONE = {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "unicode-escape"}
"""Codecs of Python that are no charsets."""
_SAYS_NOTHING = {"", "us-ascii", "ascii", "x-unknown", "unknown", "unknown-8bit"}
_NAME = r"[A-Za-z0-9][\w.:+-]{0,39}"
_MULTIBYTE = ("gb", "big5", "euc", "cp9", "shift", "iso2022", "iso-2022", "utf-16", "utf_16", "utf-7", "utf-32", "hz")
_SEVEN_BITS = ("utf-7", "utf-16", "utf-32", "hz", "iso-2022", "iso2022")
"""Charsets in which bytes of ASCII may mean something else."""
_HEBREW_RUN, _NOT_HEBREW, _CYRILLIC_RUN = rb"[\xe0-\xfa]{3,}", rb"[\xc0-\xdf\xfb-\xff]", rb"[\xc0-\xff]{4,}"
_RUNS = 2
_HAN = (("gb18030", 0xB0, 0xD7), ("big5", 0xA4, 0xC6))
"""The two families of Chinese charsets, and the lead bytes of their common characters."""
_MOSTLY, _FEWEST = 0.75, 3


def characters(octets: bytes, charset: str | None) -> str:
    """The text, in every case: by its charset, else as UTF-8, else by what the bytes look like."""
    written = (charset or "").strip().lower()
    name = CODECS.get(written, written)
    if octets.isascii() and not name.startswith(_SEVEN_BITS):
        return octets.decode("ascii")
    known = name if re.fullmatch(_NAME, name) and name not in _NONE and written not in _SAYS_NOTHING else ""
    declared = _strict(octets, known) if known else None
    if declared is not None and known.startswith(_MULTIBYTE):
        return declared
    utf_8 = _strict(octets, "utf-8")
    if utf_8 is not None:
        return utf_8
    if declared is not None and known != "cp1252":
        return declared
    return _guessed(octets, known)


def _strict(octets: bytes, codec: str) -> str | None:
    try:
        return octets.decode(codec)
    except (LookupError, UnicodeError, ValueError, AssertionError):
        return None


def _guessed(octets: bytes, declared: str) -> str:
    """Bytes that are neither UTF-8 nor what they are declared as."""
    if declared == "utf-8":
        text = octets.decode("utf-8", "replace")
        wrong = text.count("\ufffd")
        if sum(char > "\x7f" for char in text) > 2 * wrong:  # cut off, or one byte broken
            return text
    codec = "" if declared not in {"", "cp1252", "utf-8"} else _by_script(octets)
    for name in (codec, declared if declared != "utf-8" else "", "cp1252"):
        if name:
            try:
                return octets.decode(name, "replace")
            except (LookupError, UnicodeError, ValueError, AssertionError):
                continue
    return octets.decode("latin-1")


def _by_script(octets: bytes) -> str:
    """The codec that the bytes look like, "" for Latin letters."""
    if len(re.findall(_HEBREW_RUN, octets)) >= _RUNS and not re.search(_NOT_HEBREW, octets):
        return "cp1255"
    shares = {codec: _common(octets, codec, low, high) for codec, low, high in _HAN}
    best = max(shares, key=lambda codec: shares[codec])
    if shares[best] >= _MOSTLY:
        return best
    runs = re.findall(_CYRILLIC_RUN, octets)
    if len(runs) < _RUNS:
        return ""
    small = sum(byte >= 0xE0 for run in runs for byte in run)  # noqa: PLR2004 - where cp1251 has small letters
    return "cp1251" if small * 2 >= sum(map(len, runs)) else "koi8-r"


def _common(octets: bytes, codec: str, low: int, high: int) -> float:
    """The share of common characters among those that are not ASCII, marks apart."""
    text = octets[:2000].decode(codec, "replace")
    han = [char for char in text if char > "\u3400" and not "\uff00" < char < "\uffef"]
    encoded = [char.encode(codec, "replace") for char in han]
    return sum(low <= one[0] <= high for one in encoded) / len(han) if len(han) >= _FEWEST else 0
