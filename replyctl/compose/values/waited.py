"""How long the customer's mail has waited for this answer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.library.field_types.value import Value

_WORTH_A_WORD, _LATE = timedelta(days=1), timedelta(days=3)


class Waited(NamedTuple):
    """A mail's wait."""

    days: int = 0
    """Whole days."""
    is_worth_a_word: bool = False
    is_late: bool = False
    """Whether it calls for an apology, as `lint/rules/late_reply.py` has it."""


def waited(values: Mapping[str, Value], now: datetime) -> Waited:
    """The wait by `case.received`; none for a mail without a date, or with one in the future."""
    if "case.received" not in values:
        return Waited()
    try:
        received = datetime.fromisoformat(str(values["case.received"].value))
    except ValueError:
        return Waited()
    passed = now - (received if received.tzinfo else received.replace(tzinfo=now.tzinfo))
    return Waited(max(passed.days, 0), passed > _WORTH_A_WORD, passed > _LATE)
