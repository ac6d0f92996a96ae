"""What is indexed and searched of a text: its words, and shorter pieces where a word alone does not find it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from replyctl.clean import normalised
from replyctl.text.scripts import HAN

_NO_SPACES = rf"{HAN}\u3040-\u30ff\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"[{_NO_SPACES}]+|[^\W_{_NO_SPACES}]+")
"""A word, or text that is written without spaces."""
_PAIR, _THREE = 2, 3


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Lower case, without accents and vowel points."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in normalised("NFKD", text) if not unicodedata.combining(char)).casefold()


def words(text: str) -> Iterator[str]:
    """The words to search for; of text without spaces each pair of characters, since most words of Chinese are one."""
    for run in RUN.findall(folded(text)):
        if len(run) > _PAIR and unspaced(run):
            yield from (run[at : at + _PAIR] for at in range(len(run) - 1))
        else:
            yield run


def indexed(text: str) -> str:
    """The text as it stands in the index: its words, and what else finds them."""
    return " ".join(piece for run in RUN.findall(folded(text)) for piece in _pieces(run))


def _pieces(run: str) -> Iterator[str]:
    if unspaced(run):
        yield from words(run)
        if len(run) > 1:
            yield run[-1]  # each character begins a piece, so that one alone is found too
    else:
        yield run
        yield from trigrams(run)


def trigrams(word: str) -> list[str]:
    """The pieces of a word in a script without capitals, such as Hebrew, where prefixes are written together with it."""
    if len(word) <= _THREE or word.isascii() or word.upper() != word:
        return []
    return [word[at : at + _THREE] for at in range(len(word) - 2)]


def unspaced(run: str) -> bool:
    """Whether it is a run of a script without spaces between words."""
    return bool(re.match(rf"[{_NO_SPACES}]", run))
