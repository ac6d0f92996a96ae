"""What the word before a number says of it: an order's, an invoice's, or a telephone's."""

from __future__ import annotations

import re
from functools import cache as once

from replyctl.language import available, load
from replyctl.language.mail_words import mail_words
from replyctl.text.phrases import stems

_WORD = re.compile(r"[^\W\d_]+(?:[\"״'׳’-][^\W\d_]+)*")
_FILLING = ":：#([\"'“*_.,=–—-׳״°№"
_APART = "\u3040"
"""From this character on, words touch each other: kana, Han, Hangul."""
_NEXT = "[,;，；、]"
"""What ends that of which a word tells what it is no number of: "my phone, HW-48213"."""
_NEAR, _REACH = 60, 80
"""Characters between a word and its number, and before the number with the word."""


def named(text: str, at: int) -> tuple[str, str]:
    """What the nearest word before says of the number, and what stands between that is no mark and no filler."""
    before = text[max(at - _REACH, 0) : at]
    kind, end = _nearest(before)
    between = before[end:]
    if not kind or len(between) > _NEAR:
        return "", ""
    if kind == "other" and re.search(_NEXT, between):
        return "", ""
    if _fills(between):
        return kind, ""
    apart = re.search(r"[.!?。！？\n]\s|\n|\d", between) or (kind == "other" and len(between) > _NEAR // 3)
    return ("", "") if apart else (kind, between.strip())


def speaks_of(text: str, kind: str) -> bool:
    """Whether a word of the text tells a number of this kind, whether a number follows it or not."""
    kinds = mail_words().references
    if any(one in text for one in _touching()[0] if kinds[one] == kind):
        return True
    words = (match[0].casefold() for match in _WORD.finditer(text))
    return any(kinds.get(form) == kind for word in words for form in (word, *stems(word, _prefixes())))


def _nearest(before: str) -> tuple[str, int]:
    """The kind of the last word that tells one, and where it ends; "" without such a word."""
    kinds, (touching, _) = mail_words().references, _touching()
    for match in reversed(list(_WORD.finditer(before))):
        word = match[0].casefold()
        if kind := next((kinds[form] for form in (word, *stems(word, _prefixes())) if form in kinds), ""):
            return kind, match.end()
        ends = [(at + len(one), len(one), one) for one in touching if (at := word.rfind(one)) >= 0]
        if ends:
            end, _, one = max(ends)
            return kinds[one], match.start() + end
    return "", 0


def _fills(between: str) -> bool:
    """Whether nothing but marks and words such as "number" stands there."""
    known, (_, touching) = mail_words().number_words, _touching()
    rest = between.casefold()
    for word in touching:
        rest = rest.replace(word, " ")
    words = _WORD.findall(rest)
    if not all(any(form in known for form in (word.rstrip("º"), *stems(word, _prefixes()))) for word in words):
        return False
    return all(char in _FILLING or (char.isspace() and char != "\n") for char in _WORD.sub("", rest))


@once
def _touching() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of scripts whose words touch each other: those that name a number, and those between; long ones first."""
    return tuple(
        tuple(sorted((word for word in words if word[:1] > _APART), key=len, reverse=True))
        for words in (mail_words().references, mail_words().number_words)
    )  # type: ignore[return-value] # two of them


@once
def _prefixes() -> frozenset[str]:
    return frozenset(prefix for code in available() for prefix in load(code).prefixes)
