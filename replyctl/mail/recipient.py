"""Whom an answer goes to: Reply-To, a form's field or From, but never ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.mail.addresses import NamedAddress, addresses
from replyctl.mail.machine import takes_no_reply

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from replyctl.mail.contact_form import Form
    from replyctl.mail.message.headers_and_text import Message

_OURS = ("to", "delivered-to", "x-original-to")
"""Headers with the mailbox of ours that the mail came to."""


class Recipient(NamedTuple):
    """The address to answer to, None if there is none, and what to tell about it."""

    address: NamedAddress | None
    sender: NamedAddress | None
    """The first address in From."""
    note: str = ""


def recipient(message: Message, form: Form | None, ours: Collection[str]) -> Recipient:
    """For the message, which may be a form's; `ours` are known addresses of the team."""
    sender = next(iter(addresses(message.raw("from"))), None)
    behind = [one for name in ("x-original-from", "x-original-sender") for one in addresses(message.raw(name))]
    asked = addresses(message.raw("reply-to"))
    field = addresses(form.get("email") or form.name) if form else []
    own = own_addresses(message, ours)
    writes = [sender] if sender and not (form and sender.host in {one.rpartition("@")[2] for one in own}) else []
    address = _first([*asked, *field, *behind, *writes], own) or _first(writes, {*ours})
    apart = {*own, address.address.lower()} if address in asked and address else {one.address.lower() for one in asked}
    others = [one.address for one in asked if one.address.lower() not in apart]
    return Recipient(address, sender, _note(address, sender, others))


def own_addresses(message: Message, ours: Collection[str]) -> set[str]:
    """The team's addresses as far as known, in small letters: `ours`, and those that the message came to."""
    came_to = (one.address.lower() for name in _OURS for value in message.all(name) for one in addresses(value))
    return {*ours, *came_to}


def _first(wanted: Iterable[NamedAddress], own: Collection[str]) -> NamedAddress | None:
    """The first that is not ours; one that takes no reply only where there is no other."""
    others = [one for one in wanted if one.address.lower() not in own]
    return next((one for one in others if not takes_no_reply(one)), next(iter(others), None))


def _note(address: NamedAddress | None, sender: NamedAddress | None, others: list[str]) -> str:
    if address and others:
        also = ", ".join(others)
        return f"Reply-To names several addresses: the answer goes to {address.address}; --cc puts in {also}"
    if address is None:
        return ""
    if sender and sender.host != address.host:
        return f"the answer goes to {address.address}, not to the sender {sender.address}"
    return ""
