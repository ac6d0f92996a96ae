"""A stretch of text as words, held against the word sets of its language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache as once

from replyctl.language import Language, load
from replyctl.text.other_script import read
from replyctl.text.phrases import stems

_WORDS = r"[^\W\d_]+|\d+"
_CAMEL = r"(?<=[a-z])(?=[A-Z])"
_READ = (
    "hole-words",
    "name-words",
    "hole-beside",
    "hole-before",
    "hole-behind",
    "fill-words",
    "insert-words",
    "template-words",
    "template-verbs",
    "format-words",
    "step-subjects",
    "stand-ins",
    "stand-in-beside",
)


def words_of(text: str, language: Language) -> list[str]:
    """The words of `text`, also of an identifier (`firstName`); without word breaks those that the sets know."""
    if language.by_character:
        return _run_together(language.code).findall(read(text, language))
    apart = re.sub("|".join((_CAMEL, *language.clitics)), " ", text)
    return [word.casefold() for word in re.findall(_WORDS, apart)]


def every(words: Iterable[str], language: Language, *sets: str) -> bool:
    """Whether each word is in one of the sets, as it is or without its prefixes."""
    return all(some([word], language, *sets) for word in words)


def some(words: Iterable[str], language: Language, *sets: str) -> bool:
    """Whether any of the words is in one of the sets."""
    return any(
        language.has(name, form) for word in words for form in (word, *stems(word, language.prefixes)) for name in sets
    )


@once
def _run_together(code: str) -> re.Pattern[str]:
    known = {word for name in _READ for word in load(code).sets.get(name, ())}
    return re.compile("|".join([*map(re.escape, sorted(known, key=len, reverse=True)), r"[A-Za-z]+|\d+|[^\W_]"]))
