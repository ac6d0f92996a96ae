"""One or several of the choices that a field offers, and free text where it takes that too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.errors import ValueRefused
from replyctl.library.localized import localized

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replyctl.library.field_types.value import Reading
    from replyctl.library.localized import Localized
    from replyctl.library.snippet import Field


def one(text: str, field: Field, reading: Reading) -> object:
    """The choice in the reply's language, whichever it was answered in. ValueRefused."""
    for choice in field.choices:
        if text.casefold() in {word.casefold() for word in spellings(choice)}:
            return localized(choice, reading.language)
    if field.other or not field.choices:
        return text
    raise ValueRefused(f"not one of: {', '.join(localized(choice, reading.language) for choice in field.choices)}")


def spellings(choice: Localized) -> Iterable[str]:
    """A choice as it may be answered: in every language that it is written in."""
    return (choice,) if isinstance(choice, str) else choice.values()


def several(text: str, field: Field, reading: Reading) -> tuple[str, ...]:
    """Items a line, or in one line between commas. ValueRefused."""
    between = r"\n" if "\n" in text else r"[;；、，]|,(?!\d)"
    items = (item.strip() for item in re.split(between, text))
    return tuple(str(one(item, field, reading)) for item in items if item)
