"""The phrases that rules look for, all lists in one table, found in one pass over a text's words.

Notation of a list's entries in `language/*.yaml` (words are matched in reading form, so case and curly apostrophes do not
matter): `we|i will` alternatives, `~so very` an optional word, `sorry _ delay` any one word, `= aus` the word as it is
(no prefix letters before it). A mapping gives each phrase a value, such as the better word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache as once
from itertools import product
from typing import NamedTuple

from replyctl import cache
from replyctl.language import NEUTRAL, Language, LanguageFile, content, raw
from replyctl.text.masks import masks
from replyctl.text.tokens import Tokens, tokenise

Bucket = list[tuple[list[str], str, str, bool]]
"""The words after the first, the list, the phrase's value, whether prefix letters may precede it."""
Table = dict[str, Bucket]
_ANY = "_"
_LONGEST_PREFIX = 3


class Hit(NamedTuple):
    """A phrase found: its words are `first` up to `last` (indices into the tokens)."""

    first: int
    last: int
    value: str


@once
def table(code: str) -> Table:
    """All phrases of the language of this code, by their first word."""
    if code == NEUTRAL:
        return {}
    table: Table = cache.remember("phrases", content(code), lambda: _compile(raw(code)))
    return table


def _compile(file: LanguageFile) -> Table:
    compiled: Table = {}
    for name, entries in file.words.items():
        pairs = entries.items() if isinstance(entries, dict) else ((entry, "") for entry in entries)
        for phrase, value in pairs:
            for words in _expand(phrase.removeprefix("= ")):
                bucket = compiled.setdefault(words[0], [])
                bucket.append((words[1:], name, value, file.boundary == "prefixed" and not phrase.startswith("= ")))
    for bucket in compiled.values():
        bucket.sort(key=lambda item: -len(item[0]))
    return compiled


def _expand(phrase: str) -> list[list[str]]:
    """Every wording that a phrase stands for, as words."""
    choices = []
    for word in phrase.split():
        choices.append([*word.removeprefix("~").split("|"), *([""] if word.startswith("~") else [])])
    return [words for wording in product(*choices) if (words := _read(" ".join(filter(None, wording))))]


def _read(wording: str) -> list[str]:
    words: list[str] = []
    for part in wording.split():
        if part == _ANY or part.startswith("§"):
            words.append(part)
            continue
        tokens = Tokens()
        tokenise(part, 0, len(part), masks(part), frozenset(), tokens)
        words += tokens.words
    return words


def scan(words: list[str], language: Language) -> dict[str, list[Hit]]:
    """Every phrase of `language` in `words`, by list, in order; of overlapping ones of a list the longest first begun."""
    lookup, prefixes = table(language.code), language.prefixes
    found: dict[str, list[Hit]] = {}
    ends: dict[str, int] = {}
    for index, word in enumerate(words):
        if word in lookup:
            _match(lookup[word], words, index, found, ends, prefixed=False)
        if prefixes and word[0] in prefixes:
            for stem in stems(word, prefixes):
                if stem in lookup:
                    _match(lookup[stem], words, index, found, ends, prefixed=True)
    return found


def stems(word: str, prefixes: frozenset[str]) -> Iterator[str]:
    """`word` without each prefix that can be taken off it and leaves two letters."""
    for length in range(1, min(_LONGEST_PREFIX, len(word) - 2) + 1):
        if word[:length] in prefixes:
            yield word[length:]


def _match(  # noqa: PLR0913 - the inner loop of every run: no object is made for it
    bucket: Bucket, words: list[str], index: int, found: dict[str, list[Hit]], ends: dict[str, int], *, prefixed: bool
) -> None:
    for rest, name, value, prefixable in bucket:
        last = index + len(rest) + 1
        if (prefixed and not prefixable) or index < ends.get(name, 0):
            continue
        following = words[index + 1 : last]
        if following == rest or (_ANY in rest and len(following) == len(rest) and _fits(rest, following)):
            found.setdefault(name, []).append(Hit(index, last, value))
            ends[name] = last


def _fits(rest: list[str], following: list[str]) -> bool:
    return all(
        want in (have, _ANY) and (want != _ANY or have not in {".", "¶"}) for want, have in zip(rest, following, strict=True)
    )
