"""Which of our languages a text is in: its script tells most, its commonest words the rest.

Short texts are the rule, so no statistics over letters: they need more text than a reply has.
"""

from __future__ import annotations

import re
from functools import cache as once

from replyctl.language import NEUTRAL, available, load

_LETTERS = re.compile(r"[^\W\d_]+")
_SHARE_OF_LETTERS = 0.2
_SHARE_OF_WORDS = 0.12
_ENOUGH = 2000


def detect(text: str) -> str:
    """The code of the language of `text`, `und` where it is none of ours (or there are no letters to tell by)."""
    text = text[:_ENOUGH]
    words = _LETTERS.findall(text.lower())
    letters = sum(map(len, words))
    if not letters:
        return NEUTRAL
    if not text.isascii():
        for code, script in _scripts():
            if sum(map(len, script.findall(text))) >= letters * _SHARE_OF_LETTERS:
                return code
    shares = {code: sum(map(_common_words(code).__contains__, words)) / len(words) for code in _by_words()}
    code = max(shares, key=lambda code: shares[code], default=NEUTRAL)
    return code if shares.get(code, 0) >= _SHARE_OF_WORDS else NEUTRAL


@once
def _common_words(code: str) -> frozenset[str]:
    sets = load(code).sets
    return sets.get("stop-words", frozenset()) | sets.get("telling-words", frozenset())


@once
def _scripts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((code, re.compile(f"[{''.join(load(code).letters)}]+")) for code in available() if load(code).letters)


@once
def _by_words() -> tuple[str, ...]:
    return tuple(code for code in available() if not load(code).letters)
