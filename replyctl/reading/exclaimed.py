"""Recognises names that end with an exclamation mark (Oliver!, Yahoo!), after which the sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = r"([^\W\d_][\w'’&-]{0,40})[!！](?:(?=[,，;；)）])|[ \t]+(?=[(\d&–-]|([^\W\d_])))"
_WORD = r"[^\W\d_][\w'’&-]{0,40}\Z"
_LONGEST = 42
"""How many characters before a mark are read."""


def exclaimed(texts: Iterable[str]) -> frozenset[str]:
    """The last words of such names: written with a capital, in a sentence that goes on in small letters."""
    found = (match for text in texts for match in re.finditer(_NAME, text))
    return frozenset(one[1] for one in found if one[1][0].isupper() and (one[2] is None or one[2].islower()))


def ends_a_name(text: str, mark: int, names: frozenset[str]) -> bool:
    """Whether the mark at this code point belongs to one of the `names`."""
    if not names:
        return False
    word = re.search(_WORD, text[max(0, mark - _LONGEST) : mark])
    return word is not None and word[0] in names
