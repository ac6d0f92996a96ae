"""The text of a message as it travels safely: lines of a bearable length, nothing that a mail system would change."""

from __future__ import annotations

from binascii import b2a_base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WISHED = 78  # bytes per line
_QP_LINE = 75  # and the "=" of a soft break
_QP_PLAIN = frozenset(range(0x20, 0x7F)) - {ord("=")} | {ord("\t")}


def encoded(body: str) -> tuple[str, str]:
    """The transfer encoding and the encoded body: 7bit if safe, else the shorter of the other two."""
    lines = body.split("\n")
    if body.isascii() and not any(
        len(line) > _WISHED or line.endswith((" ", "\t")) or _fragile(line) for line in lines
    ):
        return "7bit", body
    quoted = "\n".join(soft for line in lines for soft in _quoted_printable(line))
    # RFC 2045: line ends are CRLF inside base64 too.
    base64 = in_base64(body.replace("\n", "\r\n").encode())
    return ("base64", base64) if len(base64) < len(quoted) else ("quoted-printable", quoted)


def in_base64(octets: bytes) -> str:
    """Base64 in lines of 76 characters."""
    return "".join(b2a_base64(octets[at : at + 57]).decode() for at in range(0, len(octets), 57))


def _fragile(line: str) -> bool:
    """Whether a mail system may change the line: mbox escapes From, SMTP doubles a leading dot."""
    return line.startswith(("From ", "."))


def _quoted_printable(line: str) -> Iterator[str]:
    current = ""
    for at, char in enumerate(line):
        octets = char.encode()
        protected = (at == 0 and _fragile(line)) or (at == len(line) - 1 and char in " \t")
        plain = octets[0] in _QP_PLAIN and not protected
        piece = char if plain else "".join(f"={octet:02X}" for octet in octets)
        if len(current) + len(piece) > _QP_LINE:
            yield f"{current}="
            current = ""
        # A soft break starts a new line, which may need protection too.
        current += f"={ord(piece):02X}" if not current and at and piece in {".", "F"} else piece
    yield current
