"""Yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.errors import ValueRefused

if TYPE_CHECKING:
    from replyctl.library.field_types.value import Reading
    from replyctl.library.snippet import Field


def read(text: str, _field: Field, reading: Reading) -> object:
    """True or False, answered in any language. ValueRefused."""
    word = text.casefold()
    for formats in reading.languages:
        if word in formats.yes or word in formats.no:
            return word in formats.yes
    yes, no = (words[0] for words in (reading.languages[0].yes, reading.languages[0].no))
    raise ValueRefused(f"answer {yes} or {no}")
