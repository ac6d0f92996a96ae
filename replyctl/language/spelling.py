"""What may be added to a word, in the lists of a language."""

from __future__ import annotations

import re

_ADDED = re.compile(r"\(([^()]*)\)")


def spelt(word: str) -> list[str]:
    """The words that one of the notation stands for: `update(s|d)` is update, updates, updated."""
    added = _ADDED.search(word)
    if not added:
        return [word]
    before, behind = word[: added.start()], word[added.end() :]
    return [one for ending in ("", *added[1].split("|")) for one in spelt(before + ending + behind)]
