"""Dates as agents type them, and as replies print them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from replyctl.errors import ValueRefused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from replyctl.language.formats import Formats

STYLES = ("full", "long", "medium", "short")
_AHEAD = re.compile(r"\+\s?(\d{1,4})\s?(d|wd|w)")
_FARTHEST = 366 * 10
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_EXAMPLES = "2026-12-01, +3d (days), +3wd (working days) or a weekday"


def read(text: str, today: date, weekend: Collection[int], languages: Iterable[Formats]) -> date:
    """The date that `text` means.

    `today` is where the agent is; `weekend` holds days of the week, Monday 0. A weekday is the next one after today,
    in any of `languages`. Raises ValueRefused.
    """
    word = " ".join(text.casefold().split())
    if ahead := _AHEAD.fullmatch(word):
        count, unit = int(ahead[1]), ahead[2]
        return _working(today, count, weekend) if unit == "wd" else _later(today, count * (7 if unit == "w" else 1))
    for formats in languages:
        if word in formats.days:
            return _later(today, formats.days[word])
        if word in formats.weekdays:
            return _later(today, (formats.weekdays[word] - today.weekday() - 1) % 7 + 1)
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise ValueRefused(_no_such_day(word) or f"not a date: write it like {_EXAMPLES}") from None


def _no_such_day(word: str) -> str:
    """Why a date that is written well does not exist, or ""."""
    from calendar import monthrange

    parts = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", word)
    year, month, day = map(int, parts.groups()) if parts else (0, 0, 0)
    if not parts or not year:
        return ""
    if not 1 <= month <= len(_MONTHS):
        return f"there is no month {month}: a year has 12"
    days = monthrange(year, month)[1]
    return f"there is no {day} {_MONTHS[month - 1]} {year}: the month has {days} days"


def _later(today: date, days: int) -> date:
    if days > _FARTHEST:
        raise ValueRefused("the date is more than ten years ahead")
    return today + timedelta(days=days)


def _working(today: date, count: int, weekend: Collection[int]) -> date:
    """`count` working days after today: the first is the next day that is not on the weekend."""
    if count > _FARTHEST // 7 * 5 or len(set(weekend)) == 7:  # noqa: PLR2004 - days of the week
        raise ValueRefused("there are not that many working days in the next ten years")
    day = today
    while count:
        day += timedelta(days=1)
        count -= day.weekday() not in weekend
    return day


def printed(day: date, pattern: str, locale: str) -> str:
    """The date as people of `locale` write it; `pattern` is a Babel pattern or one of STYLES."""
    from babel.dates import format_date  # slow, and most replies have no date

    return format_date(day, pattern, locale=known(locale))


def known(locale: str) -> str:
    """The locale, without a region that babel has no data for."""
    from babel import Locale, UnknownLocaleError  # as above

    try:
        return str(Locale.parse(locale))
    except (UnknownLocaleError, ValueError):
        return locale.rpartition("_")[0]
