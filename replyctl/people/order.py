"""The order of a name's parts, and whether it is known: Li Wei, Kim Min-su and Nguyen Thi Mai may stand either way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language.names import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replyctl.language.names import Names

_LONGEST = 40
"""The most letters that may follow the family name."""


def is_unknown(words: Sequence[str], tables: Sequence[Names]) -> bool:
    """Whether the first word is a family name of a culture that puts it first, and the rest look like given names."""
    first, rest = plain(words[0]), plain(" ".join(words[1:]))
    return (
        bool(rest)
        and len(rest) <= _LONGEST
        and any(first in one.family and re.fullmatch(one.given, rest) for table in tables for one in table.ordered)
    )


def is_given_name(word: str, tables: Iterable[Names]) -> bool:
    """Whether `word` is a given name or its short form in one of the tables."""
    form = plain(word)
    return any(
        form in table.given_names
        or form in table.short_forms
        or any(form in short for short in table.short_forms.values())
        or any(form in compound.split() for compound in table.compounds)
        for table in tables
    )
