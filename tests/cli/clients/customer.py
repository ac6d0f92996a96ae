"""A customer's mail, as the customer's own program wrote it, and what the agent's answer to it has to be."""

from __future__ import annotations

from base64 import encodebytes
from dataclasses import dataclass
from email.header import Header
from email.utils import formatdate
from pathlib import Path
from quopri import encodestring

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """An entry of `customers.yaml`."""

    lang: str
    name: str
    address: str
    message_id: str
    subject: str
    charset: str
    encoding: str
    text: str
    fault: str
    reply_subject: str
    greeting: str
    sentence: str
    reply_to: str = ""
    references: tuple[str, ...] = ()
    cc: str = ""
    extra: str = ""
    """One more header line."""

    @property
    def answered_at(self) -> str:
        """The one address that the reply may go to."""
        return self.reply_to or self.address

    @property
    def thread(self) -> list[str]:
        """The reply's References."""
        return [*self.references, self.message_id]

    def mail(self) -> bytes:
        """The message, sent a minute ago."""
        octets = self.text.encode(self.charset)
        bodies = {"quoted-printable": encodestring(octets), "base64": encodebytes(octets), "8bit": octets}
        headers = {
            "Return-Path": f"<{self.address}>",
            "From": f"{Header(self.name, self.charset).encode()} <{self.address}>",
            "Reply-To": self.reply_to,
            "To": "care@homeworks.example",
            "Cc": self.cc,
            "Subject": Header(self.subject, self.charset).encode(),
            "Date": formatdate(localtime=True),
            "Message-ID": self.message_id,
            "References": "\n ".join(self.references),
            "MIME-Version": "1.0",
            "Content-Type": f'text/plain; charset="{self.charset}"',
            "Content-Transfer-Encoding": self.encoding,
        }
        block = "".join(f"{name}: {value}\n" for name, value in headers.items() if value)
        extra = f"{self.extra}\n" if self.extra else ""
        return f"{block}{extra}\n".encode() + bodies[self.encoding]


def customers() -> list[Customer]:
    """All of them."""
    entries = yaml.load(Path(__file__).with_name("customers.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return [Customer(**{**entry, "references": tuple(entry.get("references", ()))}) for entry in entries]
