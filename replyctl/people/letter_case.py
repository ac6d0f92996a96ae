"""Corrects the capitals of a name that was typed all in capitals or all in small letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language.names import plain

if TYPE_CHECKING:
    from collections.abc import Collection

_RUN = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
_NUMERAL = r"[IVX]{2,4}"
_BEGUN = r"([A-Z][a-z]{1,2})[A-Z]{3,}\Z"
"""A name in capitals that begins with a part written as a part of its own."""
_VOWELS = set("aeiouy")
_INITIALS = 2
"""The most letters that a word in capitals may have to pass for initials (JP, TJ Miller)."""


def put_right(name: str, particles: Collection[str], known: Collection[str] = ()) -> str:
    """`name` with each part capitalised, where it was all in capitals or all in small letters.

    "DIANE SMITH", "o'brien", "MARÍA de la cruz", "jean-luc MOREAU". Particles stay small; `known`
    words without vowels are not initials.
    """
    if name.isupper() or name.islower():
        words = re.split(r"(\s+)", name)
        alone = len(words) == 1
        right = [_word(word, particles, alone=alone) for word in words]
        return "".join(words[:1] + right[1:] if not alone and _initials(words[0], known) else right)

    def mixed(match: re.Match[str]) -> str:
        word, behind = match[0], name[match.end() :].strip(" ,")
        if word.isupper() and plain(word) in particles and behind and (match.start() or "," in behind):
            return word.lower()
        if word.islower() and not match.start() and behind and plain(word) not in particles:
            return re.sub(_RUN, _capital, word)
        return _loud(word)

    return re.sub(rf"(?<!\S){_RUN}(?:-{_RUN})*(?=[\s,]|\Z)", mixed, name)


def _loud(word: str) -> str:
    """A word in capitals among others, capitalised unless it may be initials or a numeral."""
    begun = re.match(_BEGUN, word)
    if begun:  # McALLISTER, DeSHAWN
        return begun[1] + _loud(word[begun.end(1) :])
    if not word.isupper() or len(word) <= _INITIALS or re.fullmatch(_NUMERAL, word):
        return word
    return re.sub(_RUN, _capital, word)


def _word(word: str, particles: Collection[str], *, alone: bool) -> str:
    form = plain(word)
    if form in particles and not alone:
        return word.lower()
    if word.isupper() and not alone and re.fullmatch(_NUMERAL, word):
        return word
    return re.sub(_RUN, _capital, word)


def _initials(word: str, known: Collection[str]) -> bool:
    """Whether a first word in capitals is initials rather than a name (JP)."""
    form = plain(word)
    return word.isupper() and len(form) <= _INITIALS and form not in known and not _VOWELS & set(form)


def _capital(match: re.Match[str]) -> str:
    """The letters capitalised, with a second capital after Mc or after one letter and an apostrophe (O'Brien)."""
    word = match[0].lower()
    word = word[:1].upper() + word[1:]
    word = re.sub(r"\A[^\W\d_]['’][^\W\d_]{2}", lambda start: start[0][:2] + start[0][2:].capitalize(), word)
    return re.sub(r"\AMc[^\W\d_]{2}", lambda start: "Mc" + start[0][2:].capitalize(), word)
