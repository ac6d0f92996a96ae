"""Finds swear words, also with marks in place of some letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replyctl.text.cut import Cut
from replyctl.text.scripts import LETTER, WORD

_MASKED = rf"(?<!{WORD}|\*){LETTER}+(?:[*#@$%]{{1,4}}{LETTER}*|!{LETTER}+)(?!{WORD}|[*@=]|[.][A-Za-z])"
"""Words with marks in place of some letters: f**k. Not addresses or bold text."""
_HINT = r"[^\W\d_](?:[*#$%]|@(?![A-Za-z0-9]+\.[A-Za-z])|![^\W\d_])"
"""What any such word contains, and an address does not: the pattern above takes long to compile."""


def masked(piece: Cut) -> Iterator[tuple[int, int]]:
    """Swear words with marks in place of some letters, in code points."""
    swearing = piece.language.sets.get("swear-words", frozenset())
    for match in re.finditer(_MASKED, piece.text) if re.search(_HINT, piece.text) else ():
        if _is_masked(match.group(), swearing):
            yield match.span()
    for word in swearing:
        if not word.isalpha() and word in piece.text:  # listed with its mark, since Han letters may touch it
            yield from _every(word, piece.text)


def _every(word: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


def _is_masked(written: str, swearing: frozenset[str]) -> bool:
    """Whether it is a swear word with one mark per hidden letter; S***t may also be a masked name."""
    letters = "".join(char for char in written if char.isalpha())
    if letters.lower() in swearing or (written[0].isupper() and len(letters) * 2 < len(written)):
        return False
    alike = (word for word in swearing if len(word) == len(written))
    return any(all(map(_stands_for, written.lower(), word)) for word in alike)


def _stands_for(char: str, letter: str) -> bool:
    """Whether `char` is `letter`, or a mark in its place."""
    return bool(re.match(LETTER, letter)) and (char == letter or not re.match(LETTER, char))
