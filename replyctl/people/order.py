"""The order of a name's parts, and whether it is known: Li Wei, Kim Min-su and Nguyen Thi Mai may stand either way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language.names import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replyctl.language.names import Names

_CAPITALS = re.compile(
    r"((?:[A-ZÀ-ÖØ-Þ'’-]{2,}\s+){0,3}[A-ZÀ-ÖØ-Þ'’-]{3,})\s+([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]\S*(?:\s[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]\S*)?)"
)
"""The family name first, told by its capitals: DELAUNAY Claire."""
_SHORT = 3
"""Letters of a word that an address may hold by chance."""
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


def turned(text: str, tables: Sequence[Names], address: str = "") -> str:
    """`text` with a comma behind a family name that its capitals tell: "SMITH, John".

    A firm is written so too (LEGO Support): the rest must be a given name, or the address have the name in capitals.
    """
    found = _CAPITALS.fullmatch(text)
    if not found or is_unknown(text.split(), tables):
        return text
    family, given = found[1], re.split(r"[\s-]", found[2])[0]
    is_person = is_given_name(given, tables) and not is_given_name(family, tables)
    in_address = len(family) > _SHORT and plain(family.split()[-1]) in plain(address.partition("@")[0])
    return f"{family}, {found[2]}" if is_person or in_address else text
