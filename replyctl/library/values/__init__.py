"""What a value of each type may look like: text as it was given, to the value that templates see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from replyctl.bounds import VALUE
from replyctl.clean import clean
from replyctl.errors import ValueRefused
from replyctl.language import available, load
from replyctl.library.snippet import localized
from replyctl.pattern import fits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from replyctl.language.formats import Formats
    from replyctl.library.snippet import Field, FieldType, Localized

Origin = Literal["set", "data", "mail", "asked", "look_up", "config", "default"]


class Value(NamedTuple):
    """A value and where it came from."""

    value: object
    """str, int, bool, datetime.date, Money or tuple[str, ...]."""
    origin: Origin


# Without slots: other languages are loaded when one is needed.
@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Reading:
    """What the meaning of a text depends on besides its field."""

    today: date
    weekend: frozenset[int]
    """Days of the week, Monday 0."""
    language: str
    """The reply's, BCP 47: choices are printed in it."""
    order_patterns: tuple[str, ...] = ()

    @cached_property
    def languages(self) -> tuple[Formats, ...]:
        """The reply's language first, then the others, since an agent may type in any."""
        own = load(self.language)
        others = (load(code) for code in available() if code != own.code)
        return tuple(one.salutation.formats for one in (own, *others) if one.salutation)


def read(raw: object, field: Field, reading: Reading) -> object:
    """The value of `field` that `raw` (a string, or JSON's number, truth value or list) means.

    Raises ValueRefused with a message that says what it should look like, PatternTooSlow where that cannot be told.
    """
    if isinstance(raw, bool) and field.type == "bool":
        return raw
    if isinstance(raw, list | tuple):
        if field.type == "multi":
            return tuple(str(_choice(clean(str(item)), field, reading)) for item in raw)
        raw = "\n".join(map(str, raw))
    text = clean(str(raw), newlines=field.type in {"multiline", "multi"})
    if len(text) > VALUE:
        raise ValueRefused(f"longer than {VALUE} characters")
    value = _READERS[field.type](text, field, reading)
    if field.pattern and not fits(text, (field.pattern,)):
        raise ValueRefused(f"does not look like {field.pattern}{_example(field, reading)}")
    return value


def _example(field: Field, reading: Reading) -> str:
    example = localized(field.example, reading.language)
    return f", such as {example}" if example else ""


def _text(text: str, _field: Field, _reading: Reading) -> object:
    return text


def _int(text: str, _field: Field, _reading: Reading) -> object:
    if not re.fullmatch(r"[+-]?\d{1,15}", text):
        raise ValueRefused("not a whole number: write it in digits, like 14")
    return int(text)


def _money(text: str, _field: Field, reading: Reading) -> object:
    from replyctl.library.values import money  # noqa: PLC0415 - with decimal; most replies hold no money

    return money.read(text, reading.languages)


def _date(text: str, _field: Field, reading: Reading) -> object:
    from replyctl.library.values import dates  # noqa: PLC0415 - most replies hold no date

    return dates.read(text, reading.today, reading.weekend, reading.languages)


def _order(text: str, field: Field, reading: Reading) -> object:
    order = text.removeprefix("#").strip()
    if not re.fullmatch(r"[^\W_](?:[\w./# -]{0,62}\w)?", order):
        raise ValueRefused("not an order number: letters, digits and hyphens, such as HW-659")
    if reading.order_patterns and not fits(order, reading.order_patterns):
        known = " or ".join(reading.order_patterns)
        raise ValueRefused(f"order numbers here look like {known}{_example(field, reading)}")
    return order


def _email(text: str, _field: Field, _reading: Reading) -> object:
    if not re.fullmatch(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\".]{2,}", text):
        raise ValueRefused("not an e-mail address: it looks like name@example.com")
    return text


def _phone(text: str, _field: Field, _reading: Reading) -> object:
    if not re.fullmatch(r"(?=(?:\D*\d){3})[+*(]?\d[\d\s()./-]{1,29}", text):
        raise ValueRefused("not a telephone number: digits with +, spaces or hyphens, such as +972 3 555 0100")
    return text


def _url(text: str, _field: Field, _reading: Reading) -> object:
    if not re.fullmatch(r"https?://[^\s/?#<>\"]+\.[^\s<>\"]+|https?://localhost\S*", text):
        raise ValueRefused("not a link: it begins with https:// and holds no spaces")
    return text


def _bool(text: str, _field: Field, reading: Reading) -> object:
    word = text.casefold()
    for formats in reading.languages:
        if word in formats.yes or word in formats.no:
            return word in formats.yes
    yes, no = (words[0] for words in (reading.languages[0].yes, reading.languages[0].no))
    raise ValueRefused(f"answer {yes} or {no}")


def _choice(text: str, field: Field, reading: Reading) -> object:
    for choice in field.choices:
        if text.casefold() in {word.casefold() for word in spellings(choice)}:
            return localized(choice, reading.language)
    if field.other or not field.choices:
        return text
    raise ValueRefused(f"not one of: {', '.join(localized(choice, reading.language) for choice in field.choices)}")


def spellings(choice: Localized) -> Iterable[str]:
    """A choice as it may be answered: in every language that it is written in."""
    return (choice,) if isinstance(choice, str) else choice.values()


def _multi(text: str, field: Field, reading: Reading) -> object:
    """Items a line, or in one line between commas."""
    between = r"\n" if "\n" in text else r"[;；、，]|,(?!\d)"
    items = (item.strip() for item in re.split(between, text))
    return tuple(str(_choice(item, field, reading)) for item in items if item)


_READERS: Mapping[FieldType, Callable[[str, Field, Reading], Any]] = {
    "text": _text,
    "multiline": _text,
    "int": _int,
    "money": _money,
    "date": _date,
    "order": _order,
    "email": _email,
    "phone": _phone,
    "url": _url,
    "choice": _choice,
    "multi": _multi,
    "bool": _bool,
}
