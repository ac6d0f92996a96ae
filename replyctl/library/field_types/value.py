"""A value and its origin; reads given text by the field's type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, runtime_checkable

from replyctl.bounds import VALUE
from replyctl.clean import clean
from replyctl.errors import ValueRefused
from replyctl.language import available, load
from replyctl.library.field_types import choice, simple
from replyctl.library.field_types.types import TYPES
from replyctl.pattern import fits

if TYPE_CHECKING:
    from datetime import date

    from replyctl.language.formats import Formats
    from replyctl.library.snippet import Field

Origin = Literal["set", "data", "mail", "asked", "look_up", "config", "default"]


@runtime_checkable
class Printed(Protocol):
    """A value of our own class, such as Money, which prints itself."""

    def printed(self, locale: str) -> str:
        """As people of `locale` (babel's name) write it."""
        ...


class Value(NamedTuple):
    """A value and its origin."""

    value: object
    """str, int, bool, datetime.date, tuple[str, ...] or Printed."""
    origin: Origin


# No slots: a cached property loads the other languages when needed.
@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Reading:
    """What the meaning of a text depends on, besides its field."""

    today: date
    weekend: frozenset[int]
    """Days of the week, Monday 0."""
    language: str
    """The reply's language, BCP 47; choices are printed in it."""
    order_patterns: tuple[str, ...] = ()

    @cached_property
    def languages(self) -> tuple[Formats, ...]:
        """The reply's language first, then the others, since an agent may type in any."""
        own = load(self.language)
        others = (load(code) for code in available() if code != own.code)
        return tuple(one.salutation.formats for one in (own, *others) if one.salutation)


def read(raw: object, field: Field, reading: Reading) -> object:
    """The value of `raw` (a string, or a JSON number, boolean or list) for `field`.

    Raises ValueRefused with a message that says what it should look like, PatternTooSlow if matching takes too long.
    """
    kind = TYPES[field.type]
    if isinstance(raw, bool) and kind.gives == "bool":
        return raw
    if isinstance(raw, list | tuple):
        if kind.gives == "tuple":
            return tuple(str(choice.one(clean(str(item)), field, reading)) for item in raw)
        raw = "\n".join(map(str, raw))
    text = clean(str(raw), newlines=kind.lines)
    if len(text) > VALUE:
        raise ValueRefused(f"longer than {VALUE} characters")
    value = kind.read(text, field, reading)
    if field.pattern and not fits(text, (field.pattern,)):
        raise ValueRefused(f"does not look like {field.pattern}{simple.such_as(field, reading)}")
    return value
