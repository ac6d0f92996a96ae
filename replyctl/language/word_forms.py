"""The other words that a word of a text, or of a list, may stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ADDED = re.compile(r"\(([^()]*)\)")


def with_additions(word: str) -> list[str]:
    """The words that one in the notation stands for: `order(s|ed)` is order, orders, ordered."""
    added = _ADDED.search(word)
    if not added:
        return [word]
    before, behind = word[: added.start()], word[added.end() :]
    return [one for ending in ("", *added[1].split("|")) for one in with_additions(before + ending + behind)]


def other_spellings(word: str, spellings: Mapping[str, str]) -> list[str]:
    """The same word in other spellings that the language allows for parts of it."""
    pairs = [*spellings.items(), *((other, one) for one, other in spellings.items())]
    return [word.replace(one, other) for one, other in pairs if one in word]
