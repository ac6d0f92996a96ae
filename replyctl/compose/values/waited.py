"""How long the customer's mail has waited for this answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.library.field_types.value import Value

_WORTH_A_WORD, _LATE, _DOUBTFUL = timedelta(days=1), timedelta(days=3), timedelta(days=90)


class Waited(NamedTuple):
    """A mail's wait."""

    days: int = 0
    """By the customer's calendar, as a person counts: from Monday evening to Wednesday morning two."""
    is_worth_a_word: bool = False
    is_late: bool = False
    """Whether it calls for an apology, as `lint/rules/late_reply.py` has it."""


def waited(values: Mapping[str, Value], now: datetime) -> Waited:
    """The wait by `case.received`; none for a mail without a date, with one in the future, or with a doubtful one."""
    received = _received(str(values["case.received"].value), now) if "case.received" in values else None
    if received is None or now < received or is_doubtful(received, now):
        return Waited()
    passed = now - received
    return Waited(
        (now.astimezone(received.tzinfo).date() - received.date()).days, passed > _WORTH_A_WORD, passed > _LATE
    )


def is_doubtful(received: datetime, now: datetime) -> bool:
    """Whether that is too long ago to be believed: a clock was wrong, or the mail is old and was moved."""
    return now - received > _DOUBTFUL


def _received(written: str, now: datetime) -> datetime | None:
    try:
        received = datetime.fromisoformat(written)
    except ValueError:
        return None
    return received if received.tzinfo else received.replace(tzinfo=now.tzinfo)
