"""Whether a draft's headers answer the mail that it is linted against: its address, its thread, its subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.mail.addresses import addresses
from replyctl.mail.headers import headers
from replyctl.mail.message.encoded_words import value as decoded
from replyctl.mail.reply_subject import reply_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.mail.case import CustomerCase


def misdirected(text: str, mail: CustomerCase) -> Iterator[str]:
    """A notice for each header of the draft that belongs to another mail; none where it has no header block."""
    from email import message_from_string

    block = headers(text)
    head = message_from_string(text[: block.end] if block else "")
    to = [one.address for one in addresses(str(head.get("to", "")))]
    if to and mail.reply_to and mail.reply_to.lower() not in map(str.lower, to):
        yield f"To is {', '.join(to)}, not the mail's {mail.reply_to}"
    titled = decoded(str(head.get("subject", "")))
    if mail.is_titled_by_program and titled and reply_subject(titled) == mail.reply_subject:
        yield "the subject is that of the form's program, which the customer has not seen: name the matter"
    answered = re.findall(r"<[^<>\s]+>", str(head.get("in-reply-to", "")))
    if answered and mail.message_id and mail.message_id not in answered:
        yield f"In-Reply-To is {answered[0]}, which is another mail than {mail.message_id}"
