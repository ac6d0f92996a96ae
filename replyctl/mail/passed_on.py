"""A customer's mail that a colleague passes on: it is read as if it had come from the customer.

A colleague writes from the host that the team's own mailbox has, unless anybody can have a mailbox there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.clean import clean
from replyctl.mail.addresses import NamedAddress, addresses
from replyctl.reading.secrets import hide

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.mail.quote_tail import Tail

_SHARED = re.compile(
    r"(?:aol|fastmail|gmail|gmx|googlemail|hotmail|icloud|live|mail|me|msn|outlook|proton|protonmail|web|yahoo|yandex)"
    r"\.[a-z.]{2,6}|(?:126|139|163|foxmail|qq|sina|sohu|yeah)\.(?:com|net|cn)|(?:walla|012|013|bezeqint)\.(?:co\.il|net|net\.il)"
)
"""Hosts at which anybody can have a mailbox."""
_MAILTO = r"\[mailto:([^\[\]\s]{1,320})\]"
_SHOWN = 80
"""Characters of the colleague's own words that a note shows."""


class PassedOn(NamedTuple):
    """The mail that is passed on."""

    text: str
    writer: NamedAddress
    """Who wrote it; the address is "" where the forwarded mail does not tell it."""
    note: str


def writer(tail: Tail, own: Collection[str]) -> NamedAddress | None:
    """Who wrote the mail that is forwarded, None if it is not told, or we did; the address may be ""."""
    told = re.sub(_MAILTO, r"<\1>", tail.forwarded)
    named = next(iter(addresses(told)), None) or (NamedAddress(clean(told), "") if told and "@" not in told else None)
    return None if named and named.address.lower() in own else named


def passed_on(tail: Tail, sender: NamedAddress | None, own: Collection[str]) -> PassedOn | None:
    """The customer's mail, None if the mail is no colleague's or passes none on; `own` are the team's addresses."""
    by = writer(tail, own)
    hosts = {one.rpartition("@")[2] for one in own}
    if sender is None or by is None or sender.host not in hosts or _SHARED.fullmatch(sender.host):
        return None
    if by.host in hosts:
        return None
    words = " ".join(clean(hide(" ".join(tail.own))).split())
    return PassedOn(tail.passed_on, by, _note(by, sender, words))


def _note(by: NamedAddress, sender: NamedAddress, words: str) -> str:
    shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
    above = f", with the words \u201c{shown}\u201d" if shown else ""
    who = f"{clean(sender.name)} <{sender.address}>" if sender.name else sender.address
    if not by.address:
        return f"{who} forwards a mail of {by.name}{above}; it does not tell the address to answer to: --to ADDRESS"
    return f"{who} forwards a mail of {by.address}{above}; the answer goes to who wrote it: {by.address}"
