"""An agent's computer with a mailbox, replyctl on the PATH, and a sendmail that keeps what it is given."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, Any

from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conftest import Desk
    from customer import Customer

MANUAL = """\
title: The manual
kind: answer
text: {en: {subject: Your manual, body: The manual is attached.}}
attachments: [manual.pdf]
"""
CONFIG = """\
agent:
  name: {en: Dana Levi, zh: 李娜, he: דנה לוי}
  role: {en: Customer care, zh: 客服, he: שירות לקוחות}
  contact: care@homeworks.example
  gender: f
company: {name: HomeWorks}
"""
SENDMAIL = """\
#!/bin/sh
printf '%s\\n' "$@" > ~/arguments && cat > ~/sent.part && mv ~/sent.part ~/sent
"""
FOLDERS = ("INBOX", "Drafts", "Sent")


@dataclass(frozen=True, slots=True)
class Sent:
    """What a mail server would have got."""

    recipients: tuple[str, ...]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        """Read by the standard library."""
        return message_from_bytes(self.raw, EmailMessage, policy=policy.default)


class Shop:
    """`mail` is the mailbox's folder, `drafts` where private files go."""

    def __init__(self, desk: Desk) -> None:
        desk.configure(CONFIG)
        self.desk = desk
        self.home = desk.home
        self.mail = desk.home / "Mail"
        self.drafts = desk.home / "private"
        self.drafts.mkdir()
        for folder in FOLDERS:
            for part in ("cur", "new", "tmp"):
                (self.mail / folder / part).mkdir(parents=True)
        self._program("replyctl", f'#!/bin/sh\nexec "{sys.executable}" -m replyctl "$@"\n')
        self._program("sendmail", SENDMAIL)
        self._program("editor", '#!/bin/sh\ncat "$1" > ~/reviewed\n')
        self.env = {
            **desk.env,
            "PATH": f"{self.home}/bin:{os.environ['PATH']}",
            "TMPDIR": str(self.drafts),
            "EDITOR": f"{self.home}/bin/editor",
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CACHE_HOME": str(self.home / "client-cache"),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
        }

    def receive(self, customer: Customer) -> Path:
        """The customer's mail is in the inbox."""
        file = self.mail / "INBOX" / "cur" / "1796000000.1.shop:2,"
        file.write_bytes(customer.mail())
        return file

    def configure_msmtp(self, port: int) -> None:
        """Its mail goes to a server on this computer."""
        file = self.home / ".msmtprc"
        file.write_text(f"account default\nhost 127.0.0.1\nport {port}\nfrom care@homeworks.example\n", "utf-8")
        file.chmod(0o600)

    def add_manual(self) -> None:
        """The agent's library has a snippet `manual`, with a file."""
        library = self.home / "library"
        (library / "snippets").mkdir(parents=True)
        (library / "snippets" / "manual.yaml").write_text(MANUAL, "utf-8")
        (library / "snippets" / "manual.pdf").write_bytes(b"%PDF-1.4\n")
        (library / "manual.pdf").write_bytes(b"%PDF-1.4\n")
        self.desk.configure(f"{CONFIG}libraries: [{library}]\n")

    def open(self, *argv: str, env: Mapping[str, str] | None = None) -> Terminal:
        """A program on a terminal."""
        return Terminal(argv, env={**self.env, **(env or {})}, cwd=self.home, columns=120, rows=32)

    def sent(self) -> Sent:
        """What was handed to sendmail: the arguments that are addresses, and the message."""
        arguments = (self.home / "arguments").read_text("utf-8").split()
        return Sent(tuple(one for one in arguments if "@" in one), (self.home / "sent").read_bytes())

    def private(self) -> list[Path]:
        """The files that the README's lines make for a draft."""
        return sorted(self.drafts.glob("tmp.*"))

    def last_reply(self) -> dict[str, Any]:
        """The reply that replyctl wrote last, as it keeps it."""
        done = self.desk.run("compose", "--again", "--no-input", "-f", "json", "--fail-level", "never")
        kept: dict[str, Any] = json.loads(done.stdout)
        return kept

    def told(self, message: bytes) -> dict[str, Any]:
        """What the customer's own replyctl reads in a message: one that does not know the agent."""
        config = {"XDG_CONFIG_HOME": str(self.home / "of-the-customer")}
        found: dict[str, Any] = json.loads(self.desk.run("read", "-f", "json", stdin=message, **config).stdout)
        return found

    def _program(self, name: str, script: str) -> None:
        file = self.home / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(script, "utf-8")
        file.chmod(0o755)
