"""How people of a language type a date: `formats.typed` of `salutation.yaml`, ready for use."""

from __future__ import annotations

import re
from functools import cache as once
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Unit = Literal["d", "w", "wd"]
"""Days, weeks, working days."""


class TypedDates(NamedTuple):
    """Words and patterns, casefolded; `{…}` in a pattern stands for one of the words, or for digits."""

    months: Mapping[str, int] = {}
    """By name and short name; January is 1."""
    counts: Mapping[str, int] = {}
    """Small numbers by word."""
    units: Mapping[str, Unit] = {}
    """By word."""
    spans: Mapping[str, tuple[int, Unit]] = {}
    """Whole phrases that mean a span from today, such as "a fortnight from now"."""
    whole: tuple[str, ...] = ()
    """A day with its month: {day}, {month} (a name) or {number}, {year}."""
    ahead: tuple[str, ...] = ()
    """A span from today: {count} and {unit}."""
    this: tuple[str, ...] = ()
    """The coming {weekday}."""
    next: tuple[str, ...] = ()
    """The {weekday} of next week."""
    week_starts: int = 0
    """The first day of the week, Monday 0."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> TypedDates:
        """From the keys of `schema.TypedDatesEntry`."""
        return cls(
            months=_numbered(data["months"]),
            counts=_numbered(data["counts"]),
            units={word: unit for unit, words in data["units"].items() for word in words},
            spans={
                phrase: (int(span.rstrip("dw")), span.lstrip("0123456789")) for phrase, span in data["spans"].items()
            },
            whole=tuple(data["whole"]),
            ahead=tuple(data["ahead"]),
            this=tuple(data["this"]),
            next=tuple(data["next"]),
            week_starts=data["week_starts"],
        )

    def words(self, patterns: tuple[str, ...], text: str, weekdays: Mapping[str, int]) -> dict[str, str] | None:
        """The words in `text`, by their names in the first of the `patterns` that fits it whole."""
        known = (tuple(self.months), tuple(self.counts), tuple(self.units), tuple(weekdays))
        found = (re.fullmatch(_compiled(pattern, *known), text) for pattern in patterns)
        return next((one.groupdict() for one in found if one), None)


def _numbered(words: Sequence[Sequence[str]]) -> dict[str, int]:
    return {word: number for number, same in enumerate(words, 1) for word in same}


@once
def _compiled(
    pattern: str, months: tuple[str, ...], counts: tuple[str, ...], units: tuple[str, ...], weekdays: tuple[str, ...]
) -> re.Pattern[str]:
    """The pattern with its places as named groups; those in brackets may be missing, a blank is any blank."""
    places = {
        "day": r"\d{1,2}",
        "number": r"\d{1,2}",
        "year": r"\d{4}",
        "month": _any(months),
        "count": rf"\d{{1,4}}|{_any(counts)}",
        "unit": _any(units),
        "weekday": _any(weekdays),
    }
    source = pattern.replace(" ", r"\s+").replace("[", "(?:").replace("]", ")?")
    for name, words in places.items():
        source = source.replace(f"{{{name}}}", f"(?P<{name}>{words})")
    return re.compile(source)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
