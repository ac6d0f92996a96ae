"""The addresses in a header: who it is by name, and where it really goes."""

from __future__ import annotations

import re
from typing import NamedTuple

from replyctl.mail.message import encoded_words

_ATOM = r"[^\s<>()\[\],;:\"@\x00-\x1f\x7f-\xa0\u2028-\u202e\u2066-\u2069\ufffd]"
_ADDRESS = re.compile(rf"{_ATOM}{{1,64}}@{_ATOM}{{1,255}}")
_GERSHAYIM = r"(?<=[^\x00-\x80])\"(?=[^\x00-\x80])"
"""The quotation mark inside of a Hebrew title or short form, which few programs escape."""
_PIECE = re.compile(
    r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?\n]*\?="  # an encoded word may hold any mark
    rf"|\"(?:[^\"\\]|\\.|{_GERSHAYIM})*\"?|<[^<>]*>?|\([^()]*\)?|[,;]|(?:[^\"<(,;=]|{_GERSHAYIM})+|=",
    re.DOTALL,
)
_MOST = 100
_NAME = 150
_MARKS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff"
_BETWEEN = {",", ";"}


class NamedAddress(NamedTuple):
    """A name as it is read, "" without one, and an address."""

    name: str
    address: str

    @property
    def host(self) -> str:
        """What follows the `@`, in small letters."""
        return self.address.rpartition("@")[2].lower()


def addresses(raw: str) -> list[NamedAddress]:
    """All addresses of a raw header, in order; whatever is no address is passed over."""
    found: list[NamedAddress] = []
    pieces: list[str] = []
    held = False  # whether the pieces since the last comma hold an address
    for piece in [*_PIECE.findall(encoded_words.unescaped(raw[: encoded_words.LONGEST])), ","]:
        if piece not in _BETWEEN:
            pieces.append(piece)
            held = held or "@" in piece
            continue
        one = _one(pieces) if held else None
        held = False
        if one is None:
            pieces.append(",")  # "Levi, Dana <dana@…>": the comma belongs to the name
            continue
        found.append(one)
        pieces = []
        if len(found) >= _MOST:
            break
    return found


def _one(pieces: list[str]) -> NamedAddress | None:
    """The address that these pieces make up: the one in `<>` counts, whatever the name says."""
    at = next((at for at, piece in enumerate(pieces) if piece.startswith("<") and "@" in piece), None)
    if at is not None:
        address = _ADDRESS.search(_bare(pieces[at]))
        return NamedAddress(_name(pieces[:at]), address[0]) if address else None
    text = _bare("".join(piece for piece in pieces if not piece.startswith(('"', "("))))
    address = _ADDRESS.search(text)
    if address is None:
        return None
    comments = [piece.strip("()") for piece in pieces if piece.startswith("(")]
    quoted = [piece for piece in pieces if piece.startswith('"')]
    return NamedAddress(_name(comments or quoted or [text[: address.start()]]), address[0].rstrip("."))


def _bare(text: str) -> str:
    """Without the invisible marks that come along when an address is copied."""
    return text.translate(dict.fromkeys(map(ord, _MARKS)))


def _name(pieces: list[str]) -> str:
    words = [re.sub(r"\\(.)", r"\1", piece.strip('"')) if piece.startswith('"') else piece for piece in pieces]
    name = encoded_words.value("".join(words)).strip(" ,;'\"")
    return _bare(name)[:_NAME].strip()
