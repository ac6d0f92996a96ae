"""Searches snippets by words, beginnings of words and near misses, ignoring accents and case."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from replyctl.clean import normalised
from replyctl.library.localized import localized
from replyctl.library.snippet import Snippet
from replyctl.text.scripts import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEAR = 75
"""Similarity (0-100) from which a mistyped word matches."""
_WEIGHTS = (3.5, 3.0, 2.0, 1.5, 0.5)
"""Weight of a hit in name, title, tags, asks, body."""
_START, _INSIDE, _NEARLY, _SCATTERED = 1.0, 0.7, 0.6, 0.3
"""Weight of a hit at the start of a word, within one, mistyped, or as scattered letters of the name."""
_NO_SPACES = rf"{HAN}\u3040-\u30ff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_NO_SPACES}]+|[^\W_{_NO_SPACES}]+")


def search(snippets: Sequence[Snippet], query: str, language: str) -> list[tuple[Snippet, float]]:
    """The `snippets` that match at least half of `query`, with a score, best first.

    Titles and asks match in every language, the body in `language`. A blank query finds all, unsorted, with score 0.
    """
    tokens = tuple(_tokens(query))
    if not tokens:
        return [(snippet, 0.0) for snippet in snippets]
    found = []
    for snippet in snippets:
        scores = [_best(token, snippet, language) for token in tokens]
        if sum(map(bool, scores)) * 2 >= len(scores):
            found.append((snippet, round(sum(scores) / len(scores), 4)))
    return sorted(found, key=lambda pair: -pair[1])


def _tokens(query: str) -> Iterator[str]:
    """The words of the query; text without spaces (Chinese) as pairs of characters."""
    for word in _WORD.findall(_folded(query)):
        if len(word) > 2 and re.match(rf"[{_NO_SPACES}]", word):  # noqa: PLR2004 - a pair
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        else:
            yield word


def _best(token: str, snippet: Snippet, language: str) -> float:
    texts = _texts(snippet, language)
    plain = max(weight * _hit(token, text) for weight, text in zip(_WEIGHTS, texts, strict=True))
    return plain or _near(token, texts) or _scattered(token, texts[0])


def _texts(snippet: Snippet, language: str) -> tuple[str, ...]:
    """Name, title, tags, asks, body, folded."""
    asks = snippet.asks if isinstance(snippet.asks, list) else [ask for one in snippet.asks.values() for ask in one]
    body = localized({tag: text.body for tag, text in snippet.text.items()}, language)
    titles = [snippet.title] if isinstance(snippet.title, str) else snippet.title.values()
    parts = (snippet.name, "\n".join(titles), "\n".join(snippet.tags), "\n".join(asks), body)
    return tuple(map(_folded, parts))


def _hit(token: str, text: str) -> float:
    at = text.find(token)
    if at < 0:
        return 0.0
    while at > 0 and text[at - 1].isalnum():
        after = text.find(token, at + 1)
        if after < 0:
            return _INSIDE
        at = after
    return _START


def _near(token: str, texts: tuple[str, ...]) -> float:
    """The score of a mistyped word, found anywhere but in the body."""
    if len(token) < 4:  # noqa: PLR2004 - a changed word of three letters is another word
        return 0.0
    from rapidfuzz import fuzz, process

    for weight, text in zip(_WEIGHTS[:-1], texts, strict=False):
        if found := process.extractOne(token, _words(text), scorer=fuzz.ratio, score_cutoff=NEAR):
            return weight * _NEARLY * found[1] / 100
    return 0.0


def _scattered(token: str, name: str) -> float:
    """The score of scattered letters of a name: `dmgi` finds damaged-item."""
    letters = iter(name)
    return _SCATTERED if len(token) > 2 and all(letter in letters for letter in token) else 0.0  # noqa: PLR2004 - two letters are in most names


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """Lower case, without accents and vowel points."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in normalised("NFKD", text) if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall(text)))
