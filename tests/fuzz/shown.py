"""What a terminal may be shown, and what a message may hold."""

from __future__ import annotations

import re

from tests.fuzz.tally import hold

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066\u2067\ud800-\udfff]")
_ISOLATE, _END = "\u2068", "\u2069"


def check(text: str, where: str, *, coloured: bool = False) -> None:
    """Broken if `text` holds what a terminal obeys: escapes, controls, bidi overrides, an isolate that stays open."""
    text = _COLOUR.sub("", text) if coloured else text
    hold(not raw(text), f"a raw character in {where}")
    hold(text.count(_ISOLATE) == text.count(_END), f"an isolate that stays open in {where}")


def raw(text: str) -> list[str]:
    """What a terminal would obey of `text`, sorted; CR LF only ends a line."""
    return sorted(_RAW.findall(text.replace("\r\n", "\n")))
