"""Patterns from snippets and configuration, matched by an engine with a timeout.

Python's own has none: it needs years to match `(a+)+$` against forty letters, and seconds to compile a long character
class. The `regex` package supports all of Python's syntax, takes a microsecond for a value, and has a timeout.
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
"""Python's syntax has no recursion, and in `regex` it can take a gigabyte in a second."""


def wrong(pattern: str) -> str:
    """Why `pattern` is not an accepted regular expression, or ""."""
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
    """Whether one of the `patterns` (already checked with `wrong`) matches the whole text.

    PatternTooSlow, naming the pattern, if that takes too long.
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
