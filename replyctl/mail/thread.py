"""When a message was sent, and where it stands in its thread."""

from __future__ import annotations

import re
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from replyctl.mail.message.headers_and_text import Message

_ID = re.compile(r"<[^<>\s\x00-\x20\x7f-\U0010ffff]{1,900}>")
"""Strict: ids are copied into the headers of the answer."""
_YEARS = range(1990, 2101)
_EARLY, _AHEAD = timedelta(days=7), timedelta(days=1)
"""How long before its arrival a mail may have been sent, and how far the sender's clock may be ahead."""
_LONGEST = 200
_MOST = 100


def sent(message: Message) -> str:
    """ISO 8601 with the offset from UTC; without a date, or with a wrong one, when the last server received it.

    "" if unknown.
    """
    told = next(map(_moment, message.all("date")), None)
    arrived = next((_moment(value.rpartition(";")[2]) for value in message.all("received")), None)
    moment = arrived if told is None or (arrived and not _agree(told, arrived)) else told
    return moment.isoformat() if moment else ""


def _agree(told: datetime, arrived: datetime) -> bool:
    if told.tzinfo is None or arrived.tzinfo is None:
        told, arrived = told.replace(tzinfo=None), arrived.replace(tzinfo=None)
    return -_AHEAD <= arrived - told <= _EARLY


def _moment(written: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(" ".join(written[:_LONGEST].split()))
        moment.isoformat()
    except Exception:  # noqa: BLE001 - the library raises whatever a broken date leads it to
        return None
    return moment if moment.year in _YEARS else None


def own_id(message: Message) -> str:
    """The message's own id, "" without one."""
    found = _ID.search(message.raw("message-id"))
    return found[0] if found else ""


def references(message: Message) -> tuple[str, ...]:
    """The ids that it refers to, the oldest first; without References, the one that it answers."""
    ids = _ID.findall(message.raw("references"))
    answered = _ID.findall(message.raw("in-reply-to"))
    ids = ids or (answered if len(answered) == 1 else [])
    return tuple(dict.fromkeys(ids[:_MOST]))
