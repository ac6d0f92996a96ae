"""What texts are compared by: words, pairs of words, and runs of a few letters, which find mistyped words and endings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from replyctl import language
from replyctl.library.search.words import RUN, folded, trigrams, unspaced
from replyctl.text import other_script
from replyctl.text.detect import detect
from replyctl.text.scripts import ASKING

_LETTERS = 4
"""How many letters of a word are compared at a time; a space at each end is one."""
_CHARACTERS = (1, 2)
"""The same for text without spaces."""
_DENSE = 3
"""How many letters a character of text without spaces is worth."""
_MANY = 3
"""From so many questions on, a text asks several."""
_QUESTIONS = re.compile(f"[{ASKING}]+")
_NUMBER = re.compile(r"\d+")
"""Which number it is (an order, a sum, a day) tells nothing."""
_INSIDE = re.compile(r"(?<=\w)['’׳](?=\w)")
"""What stands inside of a word and is often left out."""


def fragments(text: str) -> frozenset[int]:
    """The fragments of a text, as checksums, so that they can be kept; two that share one harm nothing."""
    return frozenset(map(_sum, _fragments(text)))


def _sum(fragment: str) -> int:
    return crc32(fragment.encode("utf-8", "surrogatepass"))


SEVERAL = frozenset(_sum("?" * count) for count in range(2, _MANY + 1))
"""The fragments of texts that ask more than one question; each has one of them."""


def in_first_script(text: str) -> str:
    """The text in the first script of its language: Traditional Chinese is compared as Simplified."""
    return text if text.isascii() else other_script.read(text, language.load(detect(text)))


def script(text: str) -> str:
    """The script in which most of the text is written, by the first word of its letters' names in Unicode."""
    counts = Counter(map(_script, text))
    del counts[""]
    return max(counts, key=lambda one: counts[one] * (_DENSE if one == "CJK" else 1), default="")


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""


def _fragments(text: str) -> Iterator[str]:
    runs = RUN.findall(_NUMBER.sub("0", _INSIDE.sub("", folded(text))))
    for run in runs:
        if unspaced(run):
            yield from (run[at : at + size] for size in _CHARACTERS for at in range(len(run) - size + 1))
        else:
            word = f" {run} "
            yield word
            yield from (word[at : at + _LETTERS] for at in range(len(word) - _LETTERS + 1))
            yield from trigrams(word)
    yield from (f"{one} {other}" for one, other in pairwise(("", *runs)) if not unspaced(other))
    if questions := len(_QUESTIONS.findall(text)):
        yield "?" * min(questions, _MANY)
