"""Tells whether a customer's mail is angry: swearing, shouting, threats, heaps of marks. One sign alone may be none."""

from __future__ import annotations

import re

from replyctl.reading.shouting import shouts
from replyctl.reading.swearing import masked
from replyctl.text.cut import Cut

_HEAPS = r"[!！]{2,}|[!！][?？]|[?？]{2,}|[?？][!！]"
_SURE, _ENOUGH = 2, 2
"""What a sure sign weighs, and what makes a mail angry."""
_LONG = 3
"""Words of shouting that are a sure sign."""


def angry(mail: Cut) -> bool:
    """Whether the mail, cut in its language, reads as angry."""
    signs = sum(_SURE if hit.value == "sure" else 1 for hit in mail.find("profanity"))
    signs += _SURE * any(True for _ in masked(mail))
    signs += sum(_SURE if hit.value == "sure" else 1 for hit in mail.find("anger-words"))
    shouted = sum(len(mail.text[start:end].split()) for start, end in shouts(mail))
    signs += _SURE if shouted >= _LONG else bool(shouted)
    signs += bool(re.search(_HEAPS, mail.text))
    return signs >= _ENOUGH
