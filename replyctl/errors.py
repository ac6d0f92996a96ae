"""Errors that a user can cause, one class each, with exit code and hint.

The only handler is in `cli/main.py`. The message of the error is what the user reads.
"""

from __future__ import annotations

import re
from typing import ClassVar, NamedTuple

_WORD, _NUMBER = 20, 5
"""Characters of a wrong value shown in a message."""


class Place(NamedTuple):
    """A spot in a file. Line and column are 1-based, columns count code points; 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0
    quoted: str = ""
    """The text of the line."""

    def __str__(self) -> str:
        known = (str(number) for number in (self.line, self.column) if number)
        return ":".join((self.file, *known))


_UNBROKEN = re.compile(r"\S{300,}")
_LONGEST = 3000
_LONGEST_NAME = 100


class ReplyctlError(Exception):
    """The base class: what is wrong (`message`), what to do (`hint`), where (`place`)."""

    exit_code: ClassVar[int] = 3

    def __init__(
        self, message: str, *, hint: str = "", place: Place | None = None, missing: tuple[str, ...] = ()
    ) -> None:
        message = _short(message)
        super().__init__(message)
        self.message = message
        self.hint = _short(hint)
        self.place = place
        self.missing = missing
        """Names of missing values, for errors as JSON."""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class UsageError(ReplyctlError):
    """The command line asks for something that does not exist or does not fit."""

    exit_code = 2


class ConfigError(ReplyctlError):
    """A configuration file or a REPLYCTL_ variable is invalid."""


class SnippetError(ReplyctlError):
    """A snippet file is invalid."""


class SnippetNotFound(ReplyctlError):
    """No library has a snippet of that name."""


class DataError(ReplyctlError):
    """`--data`, a context or a draft cannot be read."""


class ValueRefused(ReplyctlError):
    """A value does not fit its field."""


class Unfilled(ValueRefused):
    """A value is an unfilled merge tag or placeholder, and counts as missing."""


class PatternTooSlow(ValueRefused):
    """Matching a value against a pattern takes too long; the pattern is at fault, not the value."""

    def __init__(self, pattern: str, *, place: Place | None = None) -> None:
        hint = "avoid a repeat inside a repeat, such as (a+)+"
        super().__init__(f"the pattern {pattern} takes too long", hint=hint, place=place)
        self.pattern = pattern


class MissingValues(ReplyctlError):
    """A reply lacks values."""


class TemplateError(ReplyctlError):
    """A template cannot be rendered: it fails, or exceeds a limit."""


class EmptyText(TemplateError):
    """A reply would hold nothing but what frames its text: no branch of the text holds."""


class LanguageError(ReplyctlError):
    """A language without data, or invalid language data."""


class OutputError(ReplyctlError):
    """The output could not be written."""


class Withheld(ReplyctlError):
    """The reply has a problem at or above the fail level and was not printed."""

    exit_code = 1


class Interrupted(ReplyctlError):
    """Ctrl-C: what was typed is kept."""

    exit_code = 130


def quoted(value: object) -> str:
    """A wrong value for an error message: a word or a small number as it is, else only its shape.

    Errors end up in logs, and the value may be a password or a whole mail.
    """
    if isinstance(value, list):
        return "[…]"
    if isinstance(value, dict):
        return "{…}"
    if not isinstance(value, str):
        return text if len(text := str(value)) <= _NUMBER else "…"
    is_word = len(value) <= _WORD and value.isprintable() and not any(map(str.isdigit, value))
    return f"'{value}'" if is_word else f"'…' ({len(value)} characters)"


def _short(text: str) -> str:
    """The text, with the middle of a very long one left out."""
    text = _UNBROKEN.sub(lambda word: f"{word[0][:100]}…", text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def did_you_mean(word: str, known: list[str] | tuple[str, ...]) -> str:
    """A hint with the nearest of `known`, or all of them if they are few, else ""."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.6) if len(word) <= _LONGEST_NAME else []
    if near:
        return f"did you mean '{near[0]}'?"
    return f"known: {', '.join(known)}" if 0 < len(known) <= 12 else ""  # noqa: PLR2004 - what fits a line
