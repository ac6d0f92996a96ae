"""Finds dates in a text, with the weekday written beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache as once
from operator import itemgetter
from typing import NamedTuple

from replyctl.language import Language
from replyctl.text.cut import Cut

_HINT = r"\d[-./]\d"
_ISO = r"(?<![\d./-])(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)"
_NUMERIC = r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|\.\d)"
_WIDEST = 12
"""The most characters between a date and its weekday."""
_HALF_A_YEAR = 183
_LEAP = 2000
"""A leap year, which has every day that exists."""
Found = tuple[int, int, int | None, int, int]
"""A date without its weekday: code points, year, month, day."""
Weekday = tuple[int, int, int]
"""Code points and number."""


class _Patterns(NamedTuple):
    """Patterns of the parts of a date in one language."""

    day_before: str
    """A day before its month."""
    day_behind: str
    """A day after its month."""
    year: str
    """A year after its month or day."""
    between: str
    """What may stand between a date and its weekday."""


@once
def _patterns(language: Language) -> _Patterns:
    forms = language.dates
    endings, joints, hours, leads = map("|".join, (forms.endings, forms.joints, forms.hours, forms.leads))
    no_hour = rf"|\s*(?:{hours})\b" if hours else ""
    return _Patterns(
        day_before=rf"(\d{{1,2}})(?:{endings})?(?:\s+(?:{joints}))?[\s\u05be-]*\Z",
        day_behind=rf"\.?\s+(\d{{1,2}})(?:{endings})?(?![\d:]|\.\d{no_hour})",
        year=rf"[,\s]{{0,3}}(?:(?:{joints})\s+)?((?:19|20)\d{{2}})(?!\d)",
        between=rf"[\s,，()（）\u05be-]{{0,3}}(?:{leads})?[\s\u05be-]{{0,2}}",
    )


class WrittenDate(NamedTuple):
    """A date as written: code points, day, and the weekday beside it (Monday is 0; None if there is none)."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None

    def on(self, now: date | None) -> date | None:
        """The day itself; without a year the one nearest to `now`. None if it does not exist or is unknown."""
        years = [self.year] if self.year else [now.year + shift for shift in (-1, 0, 1)] if now else []
        found = [day for year in years if (day := _day(year, self.month, self.day))]
        return min(found, key=lambda day: abs(day - now)) if now and found else next(iter(found), None)

    @property
    def exists(self) -> bool:
        """Whether there is such a day in any year, or in the year that was written."""
        return _day(self.year or _LEAP, self.month, self.day) is not None

    def is_certain(self, day: date, now: date | None) -> bool:
        """Whether the year was written, or `day` is near enough to `now` that no other year can be meant."""
        return bool(self.year) or (now is not None and abs(day - now) < timedelta(days=_HALF_A_YEAR))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written(piece: Cut) -> Iterator[WrittenDate]:
    """Every date outside quotes, in the order of the text."""
    forms = piece.language.dates
    if not piece.find("months") and not forms.whole and not re.search(_HINT, piece.text):
        return
    weekdays = [(*piece.span(hit.first, hit.last), int(hit.value)) for hit in piece.find("weekdays")]
    for start, end, year, month, day in sorted(_found(piece), key=lambda one: one[:2]):
        if piece.is_quoted(start):
            continue
        low, high, number = _beside(piece, start, end, weekdays) or (start, end, None)
        low, high = min(start, low), max(end, high)
        closes = re.search(r"[(（]", piece.text[low:high]) and piece.text[high : high + 1] in {")", "）"}
        yield WrittenDate(low, high + 1 if closes else high, year, month, day, number)


def _beside(piece: Cut, start: int, end: int, weekdays: list[Weekday]) -> Weekday | None:
    """The first of the weekdays beside a date."""
    for at in range(bisect_left(weekdays, start - _WIDEST, key=itemgetter(1)), len(weekdays)):
        low, high, _ = weekdays[at]
        if low > end + _WIDEST:
            return None
        between = piece.text[high:start] if high <= start else piece.text[end:low]
        if re.fullmatch(_patterns(piece.language).between, between):
            return weekdays[at]
    return None


def _found(piece: Cut) -> Iterator[Found]:
    for match in re.finditer(_ISO, piece.text):
        yield match.start(), match.end(), int(match[1]), int(match[3]), int(match[4])
    for match in re.finditer(_NUMERIC, piece.text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        year += 2000 if year < 100 else 0  # noqa: PLR2004 - two digits
        if second <= 12 and (first > 12 or match[2] == "."):  # noqa: PLR2004 - months; 3/4 could be either
            yield match.start(), match.end(), year, second, first
        elif first <= 12 < second and match[2] == "/":  # noqa: PLR2004 - as Americans write it
            yield match.start(), match.end(), year, first, second
    for match in (match for whole in piece.language.dates.whole for match in re.finditer(whole, piece.text)):
        written = match["year"]
        yield match.start(), match.end(), int(written) if written else None, int(match["month"]), int(match["day"])
    yield from _named(piece)


def _named(piece: Cut) -> Iterator[Found]:
    """Dates made of a month's name with a day before or after it."""
    patterns = _patterns(piece.language)
    for hit in piece.find("months"):
        start, end = piece.span(hit.first, hit.last)
        before = re.search(patterns.day_before, piece.text[max(0, start - 8) : start])
        after = re.match(patterns.day_behind, piece.text[end : end + 8])
        if before:
            begin, day = start - (len(before[0])), int(before[1])
        elif after:
            begin, day, end = start, int(after[1]), end + after.end()
        else:
            continue
        year = re.match(patterns.year, piece.text[end : end + 16])
        if piece.text[start].islower() and not year:
            continue  # "3 may be late"
        yield begin, end + year.end() if year else end, int(year[1]) if year else None, int(hit.value), day
