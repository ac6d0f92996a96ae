"""Words that are near a frequent one, so that they could be taken for a slip of it.

Kept as a Bloom filter, since only one question is asked: of a hundred other words it takes two for one of these,
and then a slip passes. Made by tests/quality/near_words.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache as once

from replyctl.language import FOLDER

NAME = "near-words.bin"
_BITS = 8
"""Bits for each word."""
_MARKS = 5
"""How many of all bits mark a word."""


def is_near(word: str, code: str) -> bool:
    """Whether the word is one of these in a language; none is in a language without them."""
    bits = _kept(code)
    return bool(bits) and all(bits[at >> 3] >> (at & 7) & 1 for at in _marked(word, len(bits)))


def filter_of(words: Iterable[str]) -> bytes:
    """What is kept of the words."""
    words = list(words)
    bits = bytearray(len(words) * _BITS // 8 + 1)
    for at in (at for word in words for at in _marked(word, len(bits))):
        bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)


def _marked(word: str, size: int) -> Iterator[int]:
    from hashlib import blake2b

    digest = blake2b(word.encode(), digest_size=4 * _MARKS).digest()
    return (int.from_bytes(digest[at : at + 4], "big") % (8 * size) for at in range(0, 4 * _MARKS, 4))


@once
def _kept(code: str) -> bytes:
    path = FOLDER / code / NAME
    return path.read_bytes() if path.exists() else b""
