"""Tells mails that no person waits behind: automatic replies, bounces, receipts, lists, machines that take no reply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language.mail_words import mail_words
from replyctl.mail.addresses import NamedAddress, addresses

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.mail.message.headers_and_text import Message

_NO_REPLY = (
    r"(?:do[-._]?)?(?:no|not)[-._]?(?:reply|replies|response|respond|answer)|(?:ne[-._]?pas|non?)[-._]?repondre|noreply"
)
_DAEMON = r"(?i)(?:mailer-?daemon|postmaster|mail-?daemon|bounces?)(?:[+=-].*)?"
_SENT_BY_PROGRAM = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-mail-autoreply", "auto-reply")
_LISTED = ("list-id", "list-post", "list-unsubscribe", "mailing-list", "x-mailing-list")
_LOUD = {"bulk", "junk"}
_BULK = {*_LOUD, "list"}
_LONGEST_PREFIX = 60
_LIST = "a mailing list or newsletter"
PERSONS = {"", "an automatic reply", "a read receipt"}
"""What comes from a person's mailbox, so that the name in From is theirs."""
SIGNED = {*PERSONS, _LIST}
"""What a person may have signed."""


def machine(message: Message, sender: NamedAddress | None, ours: Collection[str], *, is_form: bool) -> str:
    """Why there is nobody to answer, "" if there is; `ours` are the team's own addresses, in small letters."""
    subject = message.value("subject")
    asks_for_silence = message.value("x-auto-response-suppress") or message.value("precedence").lower() in _LOUD
    signs = {
        "a message that could not be delivered": _is_bounce(message, sender, subject),
        "a read receipt": any(kind.endswith(";disposition-notification") for kind in message.kinds),
        "an automatic reply": _is_automatic(message, subject),
        _LIST: not is_form and _is_list(message, ours),
        "a machine that takes no reply": not is_form and sender is not None and takes_no_reply(sender),
        "a machine's notice": not is_form and bool(asks_for_silence),
    }
    return next((why for why, is_so in signs.items() if is_so), "")


def takes_no_reply(address: NamedAddress) -> bool:
    """Whether mail to the address is thrown away, as its name says."""
    local = address.address.partition("@")[0]
    return bool(re.fullmatch(rf"(?i)(?:.*[-._+])?(?:{_NO_REPLY})(?:[+=._-].*)?", local))


def _is_bounce(message: Message, sender: NamedAddress | None, subject: str) -> bool:
    local = sender.address.partition("@")[0] if sender else ""
    if any(kind.endswith(";delivery-status") for kind in message.kinds) or "message/delivery-status" in message.kinds:
        return True
    if re.fullmatch(_DAEMON, local) or message.value("x-failed-recipients"):
        return True
    empty = any(not addresses(value) and "<>" in value for value in message.all("return-path"))
    return bool(mail_words().bounce_subjects.match(subject)) and (empty or not local)


def _is_automatic(message: Message, subject: str) -> bool:
    said = message.value("auto-submitted").lower()
    if said and not said.startswith("no"):
        return True
    if any(message.value(name) for name in _SENT_BY_PROGRAM) or message.value("precedence").lower() == "auto_reply":
        return True
    return bool(mail_words().automatic_subjects.match(subject.lstrip("[( "), 0, _LONGEST_PREFIX))


def _is_list(message: Message, ours: Collection[str]) -> bool:
    """Whether it came through a list; a team's own mailbox may be one too, then it is a customer's mail."""
    told = " ".join(message.value(name).lower() for name in _LISTED).strip()
    if not told or any(one in told or one.replace("@", ".") in told for one in ours):
        return False
    return bool(message.value("list-id") or message.value("list-post")) or (
        message.value("precedence").lower() in _BULK or bool(message.value("list-unsubscribe"))
    )
