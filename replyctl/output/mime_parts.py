"""Text and files of a message as they travel safely: short lines, nothing that a mail system would change."""

from __future__ import annotations

from binascii import b2a_base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WISHED = 78  # bytes per line
_QP_LINE = 75  # and the "=" of a soft break
_QP_PLAIN = frozenset(range(0x20, 0x7F)) - {ord("=")} | {ord("\t")}


def whole(body: str, files: Sequence[tuple[str, bytes]]) -> tuple[dict[str, str], str]:
    """The headers of the body, by name, and the body, with the files behind it; each line ends in CRLF."""
    encoding, written = _encoded(body)
    plain = {
        "Content-Type": 'Content-Type: text/plain; charset="utf-8"\r\n',
        "Content-Transfer-Encoding": f"Content-Transfer-Encoding: {encoding}\r\n",
    }
    if not files:
        return plain, written.replace("\n", "\r\n")
    from secrets import token_hex

    boundary = f"=_{token_hex(16)}"
    parts = (f"{''.join(plain.values())}\n{written}", *(_file(*one) for one in files))
    below = "".join(f"--{boundary}\n{part}\n" for part in parts) + f"--{boundary}--\n"
    mixed = f'Content-Type: multipart/mixed; boundary="{boundary}"\r\n'
    return {"Content-Type": mixed}, below.replace("\r\n", "\n").replace("\n", "\r\n")


def _file(name: str, octets: bytes) -> str:
    """An attached file with its headers."""
    from mimetypes import guess_type
    from urllib.parse import quote

    kind, packed = guess_type(name, strict=False)
    kind = (
        kind if kind and not packed and not kind.startswith(("multipart/", "message/")) else "application/octet-stream"
    )
    is_plain = name.isascii() and name.isprintable() and not set(name) & set('"\\')
    named = f'filename="{name}"' if is_plain else f"filename*=utf-8''{quote(name, safe='')}"
    return (
        f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n"
        f"Content-Disposition: attachment; {named}\n\n{_in_base64(octets)}"
    )


def _encoded(body: str) -> tuple[str, str]:
    """The transfer encoding and the encoded body: 7bit if safe, else the shorter of the other two."""
    lines = body.split("\n")
    if body.isascii() and not any(
        len(line) > _WISHED or line.endswith((" ", "\t")) or _fragile(line) for line in lines
    ):
        return "7bit", body
    quoted = "\n".join(soft for line in lines for soft in _quoted_printable(line))
    # RFC 2045: line ends are CRLF inside base64 too.
    base64 = _in_base64(body.replace("\n", "\r\n").encode())
    return ("base64", base64) if len(base64) < len(quoted) else ("quoted-printable", quoted)


def _in_base64(octets: bytes) -> str:
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
