"""Values printed in the reply's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.errors import LanguageError
from replyctl.language import Language, load
from replyctl.library.field_types.value import Printed
from replyctl.text.other_script import is_asked_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.language.formats import Formats
    from replyctl.language.salutation import Salutation

_WEEKDAY = re.compile(r"(?<![,\s])[,\s]*EEEE[,\s]*")
"""The weekday in a pattern of a date, with what parts it from the rest: to begin anywhere in it would take quadratic time."""


class LanguagePrinter(NamedTuple):
    """Prints template values in one language, and region if the tag has one."""

    formats: Formats
    locale: str
    """Babel's locale name."""
    regional: bool = False
    """Whether to use the region's own date order."""

    def text(self, value: object) -> str:
        """Any value. TypeError if its type cannot be printed."""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return (self.formats.yes if value else self.formats.no)[0]
        if isinstance(value, tuple | list):
            return self.join([self.text(item) for item in value])
        if isinstance(value, int | float):
            return str(value)
        return self._slow(value)

    def _slow(self, value: object) -> str:
        from datetime import date

        if isinstance(value, date):
            return self.date(value)
        if isinstance(value, Printed):
            return value.printed(self.locale)
        raise TypeError("only text, numbers, dates, money and lists can be printed")

    def date(self, value: object, style: str = "") -> str:
        """A date, with its weekday unless `style` (long, medium, short) says otherwise."""
        from datetime import date

        from replyctl.library.field_types.date import STYLES, printed

        if not isinstance(value, date):
            raise TypeError("not a date")
        if style and style not in STYLES:
            raise ValueError(f"a date style must be one of {', '.join(STYLES)}")
        own = "full" if self.regional else self.formats.date
        if style == "long" and own not in STYLES:  # in the same order as with its weekday
            style = _WEEKDAY.sub("", own)
        return printed(value, style or own, self.locale)

    def money(self, value: object) -> str:
        """An amount."""
        from replyctl.library.field_types import money

        if not isinstance(value, money.Money):
            raise TypeError("not an amount of money")
        return value.printed(self.locale)

    def join(self, items: Sequence[str]) -> str:
        """A list in a sentence: "a, b and c"."""
        if len(items) < 2:  # noqa: PLR2004 - one item needs no separator
            return "".join(items)
        own = items[-1][:1].isalpha() and not items[-1][:1].isascii()
        last = self.formats.last if own else self.formats.last_foreign
        return self.formats.between.join(items[:-1]) + last + items[-1]


def tongue(tag: str) -> tuple[Language, Salutation]:
    """The language of a reply and its salutation. LanguageError for `und`, which has no salutation."""
    language = load(tag)
    if language.salutation is None:
        raise LanguageError(f"replies cannot be written in '{tag}'")
    return language, language.salutation


def printer(tag: str) -> LanguagePrinter:
    """The printer for replies in `tag`."""
    language, frame = tongue(tag)
    region = re.fullmatch(r"[A-Za-z]{2,3}[-_]([A-Za-z]{2})", tag)
    other = language.other_script
    if other and is_asked_for(tag, language):
        return LanguagePrinter(frame.formats, other.babel)
    locale = f"{language.babel}_{region[1].upper()}" if region else language.babel
    return LanguagePrinter(frame.formats, locale, regional=bool(region))
