"""An amount with its currency: read as people type it, printed as the reply's language writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from replyctl.errors import ValueRefused
from replyctl.library.field_types import date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replyctl.language.formats import Formats

_PARTS = re.compile(r"(?P<before>[^\d.,+-]*)(?P<amount>[+-]?\d[\d.,'\u00a0 ]*\d|[+-]?\d)(?P<after>[^\d]*)")
_DECIMAL = re.compile(r"(?P<whole>\d{1,3}(?:[,' \u00a0]\d{3})+|\d+)(?:\.(?P<cents>\d{1,2}))?")
_EUROPEAN = re.compile(r"(?P<whole>\d{1,3}(?:[.' \u00a0]\d{3})+|\d+),(?P<cents>\d{1,2})")
_LOOKS = "write the amount with its currency, like 49.90 EUR, €49.90 or 120 ₪"
_INVISIBLE = str.maketrans({"\u200e": None, "\u200f": None, "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, with its decimals as written, and an ISO 4217 code."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def printed(self, locale: str) -> str:
        """As `printed` below."""
        return printed(self, locale)


def read(text: str, languages: Iterable[Formats]) -> Money:
    """The amount in `text`; a currency sign means what the first of `languages` that knows it says.

    Raises ValueRefused, also if it can be read in two ways ("1.234 EUR").
    """
    parts = _PARTS.fullmatch(text.strip())
    if not parts or bool(parts["before"].strip()) == bool(parts["after"].strip()):
        raise ValueRefused(f"not an amount of money: {_LOOKS}")
    return Money(_amount(parts["amount"]), _currency((parts["before"] or parts["after"]).strip(), languages))


def _amount(digits: str) -> Decimal:
    if digits.startswith(("-", "+")):
        raise ValueRefused("write the amount without + or -: the text says whether it is paid or refunded")
    found = _DECIMAL.fullmatch(digits) or _EUROPEAN.fullmatch(digits)
    if not found:
        raise ValueRefused(f"'{digits}' can be read in two ways: write it like 1234 or 1234.50")
    return Decimal(re.sub(r"\D", "", found["whole"]) + (f".{found['cents']}" if found["cents"] else ""))


def _currency(sign: str, languages: Iterable[Formats]) -> str:
    for formats in languages:
        if known := formats.currencies.get(sign):
            return known
    code = sign.upper()
    from babel.numbers import is_currency  # slow, and most replies have no money

    if not is_currency(code):
        raise ValueRefused(f"'{sign}' is not a currency: {_LOOKS}")
    return code


def printed(money: Money, locale: str) -> str:
    """As people of `locale` write it, with the decimals that were written or the currency's own.

    A whole amount stays whole. Babel's invisible marks are removed: they break search and paste.
    """
    from babel import Locale  # as above
    from babel.numbers import format_currency

    locale = date.known(locale)

    pattern = Locale.parse(locale).currency_formats["standard"].pattern
    if money.amount == money.amount.to_integral_value() and "." not in str(money.amount):
        pattern = pattern.replace("0.00", "0")
        shown = format_currency(money.amount, money.currency, pattern, locale=locale, currency_digits=False)
    else:
        shown = format_currency(money.amount, money.currency, locale=locale)
    return shown.translate(_INVISIBLE)
