"""How dates, money and lists are read and printed in a language: `formats` of `salutation.yaml`, ready for use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.language.typed_dates import TypedDates

if TYPE_CHECKING:
    from collections.abc import Mapping


class Formats(NamedTuple):
    """Words and patterns around values."""

    date: str
    """Babel's pattern of a whole date, or the name of one of its styles."""
    days: Mapping[str, int]
    """Days from today, by word: today, tomorrow."""
    weekdays: Mapping[str, int]
    """By name and short name, casefolded; Monday is 0."""
    currencies: Mapping[str, str]
    """ISO 4217 codes by the sign or word that people write."""
    between: str
    """What separates the items of a list."""
    last: str
    """What precedes its last item."""
    last_foreign: str
    """The same before an item that begins in another script."""
    yes: tuple[str, ...]
    no: tuple[str, ...]
    """Words for yes and for no; the first of each is printed."""
    typed: TypedDates = TypedDates()
    """Other ways to type a date."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Formats:
        """From the keys of `schema.FormatsEntry`."""
        return cls(
            date=data["date"],
            days={word: days for days, words in enumerate(data["days"]) for word in words},
            weekdays={word: day for day, words in enumerate(data["weekdays"]) for word in words},
            currencies=data["currencies"],
            between=data["between"],
            last=data["last"],
            last_foreign=data["last_foreign"] or data["last"],
            yes=tuple(data["yes"]),
            no=tuple(data["no"]),
            typed=TypedDates.of(data["typed"]) if data.get("typed") else TypedDates(),
        )
