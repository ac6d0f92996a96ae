"""Recognises sums of money, by signs and codes that all languages share and by the language's own words."""

from __future__ import annotations

import re
from bisect import bisect_left

from replyctl.text.cut import Cut

SIGN = "[$€£¥₪]"
CODE = "(?:EUR|USD|GBP|NIS|ILS)"
_SUM = rf"[ :：]*(?:{SIGN}\s?\d|(?P<number>\d[\d.,]*)\s?(?:{SIGN}|{CODE})?)"
_LONGEST = 20


def sum_behind(piece: Cut, at: int) -> bool:
    """Whether a sum of money begins at this code point, after any spaces or colons."""
    found = re.match(_SUM, piece.text[at : at + _LONGEST])
    if found is None:
        return False
    if found.end() > found.end("number"):
        return True
    return bisect_left(piece.starts, at + found.end()) in piece.find("money-words").firsts
