"""Dates as people type them in figures and words: 31.12.2026, 5 Dec, next friday, in 3 days, 12月5日, 5 בדצמבר."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from replyctl.errors import ValueRefused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replyctl.language.formats import Formats
    from replyctl.language.typed_dates import Unit

_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})\.?")
_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?")
_MONTHS = 12
_CENTURY = 2000
_HALF_A_YEAR = timedelta(days=183)


class Ahead(NamedTuple):
    """A span from today."""

    number: int
    unit: Unit


def read(text: str, today: date, languages: Iterable[Formats]) -> date | Ahead | None:
    """The date or span that `text`, casefolded and with single blanks, means; None if it is neither.

    Raises ValueRefused for a day that is not in the calendar, and with both dates for what can be read in two ways.
    """
    if found := _figures(text, today):
        return found
    return next((said for one in languages if (said := _words(text, today, one)) is not None), None)


def _figures(text: str, today: date) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _TOGETHER.fullmatch(text):
        return _day(*map(int, found.groups()))
    found = _YEAR_LAST.fullmatch(text)
    if found is None:
        return None
    first, mark, second = int(found[1]), found[2], int(found[3])
    year = int(found[4]) if found[4] else None
    year = year + _CENTURY if year is not None and year < 100 else year  # noqa: PLR2004 - two digits
    if mark == "." or first > _MONTHS or first == second:
        return _in_year(year, second, first, today)
    if second > _MONTHS:
        return _in_year(year, first, second, today)
    raise _in_two_ways(_in_year(year, second, first, today), _in_year(year, first, second, today))


def _words(text: str, today: date, formats: Formats) -> date | Ahead | None:
    typed = formats.typed
    if text in typed.spans:
        return Ahead(*typed.spans[text])
    if found := typed.words(typed.whole, text, formats.weekdays):
        year = int(found["year"]) if found["year"] else None
        month = typed.months[found["month"]] if found.get("month") else int(found["number"])
        return _in_year(year, month, int(found["day"]), today)
    if found := typed.words(typed.ahead, text, formats.weekdays):
        count = int(found["count"]) if found["count"].isdigit() else typed.counts[found["count"]]
        return Ahead(count, typed.units[found["unit"]])
    if found := typed.words(typed.this, text, formats.weekdays):
        return _coming(formats.weekdays[found["weekday"]], today)
    if found := typed.words(typed.next, text, formats.weekdays):
        to_next_week = 7 - (today.weekday() - typed.week_starts) % 7
        weekday = (formats.weekdays[found["weekday"]] - typed.week_starts) % 7
        return today + timedelta(days=to_next_week + weekday)
    return None


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _in_year(year: int | None, month: int, day: int, today: date) -> date:
    """The day in that year; without one, the next such day, unless the last one is nearer."""
    if year is not None:
        return _day(year, month, day)
    this = _day(today.year, month, day)
    if this >= today:
        return this
    after = _day(today.year + 1, month, day)
    if today - this < _HALF_A_YEAR:
        raise _in_two_ways(this, after)
    return after


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        if not (1 <= month <= _MONTHS and year > 0):
            raise ValueRefused(f"there is no month {month}") from None
        has = monthrange(year, month)[1]
        raise ValueRefused(f"there is no such day: {month_name[month]} {year} has {has} days") from None


def _in_two_ways(one: date, other: date) -> ValueRefused:
    earlier, later = sorted((one, other))
    said = " or ".join(f"{day.isoformat()} ({day.day} {month_name[day.month]} {day.year})" for day in (earlier, later))
    return ValueRefused(f"this can be {said}: write one of them")
