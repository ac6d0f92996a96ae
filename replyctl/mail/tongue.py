"""Which language a customer's mail is in: one of ours, or one whose mails are only read."""

from __future__ import annotations

import re

from replyctl.language import NEUTRAL, load
from replyctl.language.mail_words import mail_words
from replyctl.text import other_script
from replyctl.text.detect import detect

_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NOT_WORDS = re.compile(r"[!-~]{0,80}(?:[@\d]|://|www\.)[!-~]{0,80}")
"""Addresses, links and numbers, which stand between Chinese characters too."""
_ENOUGH = 2000
_SHARE_OF_LETTERS, _SHARE_OF_WORDS = 0.15, 0.15
_FEWEST = 3
"""Words by which a language is told from another."""


def tongue(*texts: str) -> str:
    """The BCP 47 tag by the first of the texts that tells it, "" if none does."""
    return next((tag for text in texts if (tag := _of(_NOT_WORDS.sub(" ", text[:_ENOUGH])))), "")


def _of(text: str) -> str:
    words = _LETTERS.findall(text.lower())
    letters = sum(map(len, words))
    if not letters:
        return ""
    marks = mail_words()
    for code, own_letters in marks.letters.items():
        if sum(char in own_letters for char in text.lower()) >= letters * _SHARE_OF_LETTERS:
            return code
    ours = detect(text)
    if load(ours).letters:
        other = load(ours).other_script
        return other.tag if other and other_script.is_other(text, load(ours)) else ours
    shares = {code: sum(word in common for word in words) / len(words) for code, common in marks.common.items()}
    best = max(shares, key=lambda code: shares[code], default="")
    own = load(ours).sets.get("stop-words", frozenset())
    share = sum(word in own for word in words) / len(words)
    if best and len(words) >= _FEWEST and shares[best] >= _SHARE_OF_WORDS and shares[best] > share:
        return best
    return "" if ours == NEUTRAL else ours
