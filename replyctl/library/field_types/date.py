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
_FIGURES = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?:(?P<year>\d{4}))?"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})"),
)
"""A date in figures; with strokes and the year behind, nobody knows which one is the month."""
_STROKES = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?")
_SLOTS = {
    "day": r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?",
    "year": r"(?P<year>\d{4})",
    "count": r"(?P<count>\d{1,4})",
}
_FARTHEST = 366 * 10
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_EXAMPLES = "2026-12-01, 31.12.2026, today, tomorrow, friday, +3d (days), +1w (weeks) or +3wd (working days)"


def read(text: str, today: date, weekend: Collection[int], languages: Iterable[Formats]) -> date:
    """The date that `text` means.

    `today` is where the agent is; `weekend` holds days of the week, Monday 0. A weekday is the next one after today, a day
    without a year the next one from today on, in any of `languages`. Raises ValueRefused.
    """
    word = " ".join(text.casefold().split())
    if ahead := _AHEAD.fullmatch(word):
        return _ahead(today, int(ahead[1]), ahead[2], weekend)
    for pattern in _FIGURES:
        if found := pattern.fullmatch(word):
            return _dated(found, int(found["month"]), today)
    if _STROKES.fullmatch(word):
        raise ValueRefused("day or month first? Write it like 2026-12-01, 31.12.2026 or 1 Dec")
    for formats in languages:
        if (day := _in_words(word, formats, today, weekend)) is not None:
            return day
    raise ValueRefused(f"not a date: write it like {_EXAMPLES}")


def _in_words(word: str, formats: Formats, today: date, weekend: Collection[int]) -> date | None:
    """The date in the words of a language, None if it is none."""
    if word in formats.days:
        return _later(today, formats.days[word])
    if word in formats.weekdays:
        return _later(today, (formats.weekdays[word] - today.weekday() - 1) % 7 + 1)
    for pattern in formats.next_weekdays:
        if found := _match(pattern, word, weekday=formats.weekdays):
            return _later(today, 7 - today.weekday() + formats.weekdays[found["weekday"]])
    for pattern, unit in formats.ahead.items():
        if found := _match(pattern, word):
            return _ahead(today, int(found["count"]), unit, weekend)
    for pattern in formats.typed_dates:
        if found := _match(pattern, word, month=formats.months):
            return _dated(found, formats.months[found["month"]], today)
    return None


def _match(pattern: str, word: str, **names: Iterable[str]) -> re.Match[str] | None:
    """The match of a pattern of slots such as `{day}`; those in `names` stand for one of several words."""
    slots = {slot: f"(?P<{slot}>{'|'.join(map(re.escape, words))})" for slot, words in names.items()}
    pieces = re.split(r"\{(\w+)\}", pattern)
    made = ((_SLOTS | slots)[piece] if at % 2 else re.escape(piece) for at, piece in enumerate(pieces))
    return re.fullmatch("".join(made), word)


def _dated(found: re.Match[str], month: int, today: date) -> date:
    """The day of a match with `day` and perhaps `year`; without a year the next one."""
    year = found.groupdict().get("year")
    first = int(year) if year else today.year
    for tried in (first,) if year else (first, first + 1, first + 2, first + 3, first + 4):
        try:
            day = date(tried, month, int(found["day"]))
        except ValueError:
            continue
        if year or day >= today:
            return day
    raise ValueRefused(_no_such_day(int(found["day"]), month, first if year else None))


def _no_such_day(day: int, month: int, year: int | None) -> str:
    from calendar import monthrange

    if not 1 <= month <= len(_MONTHS):
        return f"there is no month {month}: a year has {len(_MONTHS)}"
    days = monthrange(year or 2024, month)[1]
    return f"there is no {day} {_MONTHS[month - 1]}{f' {year}' if year else ''}: the month has {days} days"


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
