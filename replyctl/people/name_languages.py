"""Which languages a name may be in, judged by its letters."""

from __future__ import annotations

from functools import lru_cache

from replyctl.language import DEFAULT, Language, available, load


def languages(text: str) -> list[str]:
    """The languages whose own letters occur in the text, then those that use Latin letters."""
    own, latin = _by_letters(available())
    # Letters are compared one by one because compiling a pattern of these ranges takes 1 ms.
    found = (
        code for code, ranges in own.items() if any(one[0] <= letter <= one[-1] for one in ranges for letter in text)
    )
    return [*(() if text.isascii() else found), *latin]


def own_and_others(text: str) -> list[Language]:
    """All languages with rules for addressing people, those that `text` may be in first."""
    own = languages(text)
    codes = [*own, *(code for code in available() if code not in own)]
    return [language for language in map(load, codes) if language.salutation]


@lru_cache(1)
def _by_letters(codes: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The languages with letters of their own, each with its ranges, and the other languages."""
    own = {code: letters for code in codes if (letters := load(code).letters)}
    return own, sorted((code for code in codes if code not in own), key=lambda code: code != DEFAULT)
