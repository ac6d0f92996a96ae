"""One or several of a field's choices, or free text if the field allows it."""

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
    """The choice in the reply's language, answered in any language. ValueRefused."""
    for choice in field.choices:
        if text.casefold() in {word.casefold() for word in spellings(choice)}:
            return localized(choice, reading.language)
    if field.other or not field.choices:
        return text
    raise ValueRefused(f"not one of: {', '.join(localized(choice, reading.language) for choice in field.choices)}")


def spellings(choice: Localized) -> Iterable[str]:
    """A choice in each of its languages."""
    return (choice,) if isinstance(choice, str) else choice.values()


def several(text: str, field: Field, reading: Reading) -> tuple[str, ...]:
    """One item per line, or separated by commas. ValueRefused."""
    between = r"\n" if "\n" in text else r"[;；、，]|,(?!\d)"
    items = (item.strip() for item in re.split(between, text))
    return tuple(str(one(item, field, reading)) for item in items if item)
