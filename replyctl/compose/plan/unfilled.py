"""Given values that are unfilled placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.clean import printable
from replyctl.errors import Unfilled
from replyctl.library.field_types.choice import spellings
from replyctl.library.field_types.types import TYPES
from replyctl.library.known_values import NAMES, WRITTEN_BY_CUSTOMER
from replyctl.people.standin import says_nothing
from replyctl.reading.holes import unfilled

if TYPE_CHECKING:
    from replyctl.library.snippet import Field


_SHOWN = 80
"""Characters of a placeholder shown in a message."""


def refuse(name: str, raw: object, field: Field) -> None:
    """Raise Unfilled if `raw`, given for `name`, is a placeholder."""
    if found := hole(name, raw, field):
        raise Unfilled(f"'{printable(found)[:_SHOWN]}' is an unfilled placeholder")


def hole(name: str, raw: object, field: Field) -> str:
    """The unfilled placeholder in the value `raw` for `name`, "" if there is none.

    One placeholder makes a single-line value unfilled; a multiline value only if it has nothing else, since lint
    checks the rest in the reply. Choices of the snippet and the customer's own words are never placeholders.
    """
    if name in WRITTEN_BY_CUSTOMER:
        return ""
    texts = [one.strip() for one in (raw if isinstance(raw, list | tuple) else [raw]) if isinstance(one, str)]
    offered = {word.casefold() for choice in field.choices for word in spellings(choice)}
    kind = TYPES[field.type]
    for text in texts:
        found = "" if text.casefold() in offered else unfilled(text, name=name in NAMES)
        if found and (not (kind.free and kind.lines) or found == text):
            return found
        if name == "agent.name" and says_nothing(text):
            return text
    return ""
