"""Patterns that others write, in a snippet or a configuration: the door to an engine that can be stopped.

Python's own cannot: `(a+)+$` takes it years over forty letters, and a long class of characters seconds to compile. That
of the `regex` package knows all that Python's knows, takes a microsecond for a value, and keeps to its time.
"""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

from replyctl.bounds import PATTERN, PATTERN_SECONDS
from replyctl.errors import PatternTooSlow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regex import Pattern

_RECURSION = ("(?R", "(?&", "(?P>", *(f"(?{number}" for number in range(10)))
"""Python's patterns have none, and it takes a gigabyte in a second."""


def wrong(pattern: str) -> str:
    """Why it is no regular expression that we take, "" where it is one."""
    if len(pattern) > PATTERN:
        return f"longer than {PATTERN} characters"
    if any(mark in pattern for mark in _RECURSION):
        return "it refers to itself"
    import regex

    try:
        _compiled(pattern)
    except (regex.error, OverflowError, RecursionError) as error:
        return str(error)
    return ""


def fits(text: str, patterns: Iterable[str]) -> bool:
    """Whether one of the `patterns`, in which nothing is `wrong`, matches the whole text.

    PatternTooSlow, which names the pattern, where that takes longer than a pattern may.
    """
    end = process_time() + PATTERN_SECONDS
    for pattern in patterns:
        try:
            if _compiled(pattern).fullmatch(text, timeout=max(end - process_time(), 0)):
                return True
        except TimeoutError:
            raise PatternTooSlow(pattern) from None
    return False


def _compiled(pattern: str) -> Pattern[str]:
    import regex

    return regex.compile(pattern)
