"""What a person should know of a mail besides what is in it: what was left out, what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.clean import clean

if TYPE_CHECKING:
    from replyctl.mail.addresses import NamedAddress
    from replyctl.mail.message.headers_and_text import Message
    from replyctl.mail.new_text import NewText

_PARTS = {
    "text/calendar": "a calendar invitation",
    "application/ms-tnef": "an Outlook attachment (winmail.dat), not read",
    "application/pkcs7-mime": "an encrypted or signed message, not read",
    "multipart/encrypted": "an encrypted message, not read",
}
"""What a person is told of a part that is not read."""


def notes(mail: Message, found: NewText, about_the_recipient: str, writer: NamedAddress | None) -> list[str]:
    """What a person is told besides; `writer` is who wrote the mail that is forwarded, if that is known."""
    kinds = {kind.partition(";")[0] for kind in mail.kinds}
    told = [about_the_recipient, *(told for kind, told in _PARTS.items() if kind in kinds)]
    if not mail.text.strip():
        pictures = any(kind.startswith("image/") for kind in kinds)
        told.append("only a picture, nothing to read" if pictures else "no text")
    if not mail.is_whole:
        told.append("the mail is very long: its end was not read")
    if found.is_forward:
        told.append(_forward(writer))
    return [note for note in told if note]


def _forward(writer: NamedAddress | None) -> str:
    if writer is None or not writer.address:
        return "a forwarded mail"
    named = f"{clean(writer.name)} <{writer.address}>" if writer.name else writer.address
    return f"a forwarded mail: {named} wrote it; to answer them: --to {writer.address} and --set customer.name=…"
