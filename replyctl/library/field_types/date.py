"""Dates as agents type them, and as replies print them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from replyctl.clean import normalised
from replyctl.errors import ValueRefused
from replyctl.library.field_types import typed_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from replyctl.language.formats import Formats

STYLES = ("full", "long", "medium", "short")
_AHEAD = re.compile(r"\+\s?(\d{1,4})\s?(d|wd|w)")
_FARTHEST = 366 * 10
_EXAMPLES = "2026-12-01, 31.12.2026, 5 Dec, today, tomorrow, friday, +3d (days), +1w or +3wd (working days)"


def read(text: str, today: date, weekend: Collection[int], languages: Iterable[Formats]) -> date:
    """The date that `text` means.

    `today` is where the agent is; `weekend` holds days of the week, Monday 0. A weekday is the next one after today,
    in any of `languages`. What can be read in two ways is refused with both. Raises ValueRefused.
    """
    word = " ".join(normalised("NFKC", text).casefold().split()).replace("״", '"').replace("׳", "'")
    if ahead := _AHEAD.fullmatch(word):
        return _ahead(today, int(ahead[1]), ahead[2], weekend)
    known_languages = tuple(languages)
    for formats in known_languages:
        if word in formats.days:
            return _later(today, formats.days[word])
        if word in formats.weekdays:
            return _later(today, (formats.weekdays[word] - today.weekday() - 1) % 7 + 1)
    found = typed_date.read(word, today, known_languages)
    if isinstance(found, date):
        return found
    if found is None:
        raise ValueRefused(f"not a date: write it like {_EXAMPLES}")
    return _ahead(today, found.number, found.unit, weekend)


def _ahead(today: date, count: int, unit: str, weekend: Collection[int]) -> date:
    return _working(today, count, weekend) if unit == "wd" else _later(today, count * (7 if unit == "w" else 1))


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
