"""Every failure that a user can cause: a class each, with its exit code and a hint.

The one handler is in `cli/main.py`. Nothing here prints; the sentence in the error is what the user reads.
"""

from __future__ import annotations

import re
from typing import ClassVar, NamedTuple

_WORD, _NUMBER = 20, 5
"""Characters of a wrong value that are shown."""


class Place(NamedTuple):
    """A spot in a file. Line and column are 1-based, columns count code points; 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0
    quoted: str = ""
    """The line itself, as it stands in the file."""

    def __str__(self) -> str:
        known = (str(number) for number in (self.line, self.column) if number)
        return ":".join((self.file, *known))


_UNBROKEN = re.compile(r"\S{300,}")
_LONGEST = 3000
_LONGEST_NAME = 100


class ReplyctlError(Exception):
    """The base: what went wrong (`message`), what to do (`hint`), where (`place`)."""

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
        """Names of values that nobody gave, for callers that read errors as JSON."""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class UsageError(ReplyctlError):
    """The command line asks for something that does not exist or does not fit."""

    exit_code = 2


class ConfigError(ReplyctlError):
    """A configuration file or a REPLYCTL_ variable holds something that is no setting."""


class SnippetError(ReplyctlError):
    """A snippet's file is not a snippet."""


class SnippetNotFound(ReplyctlError):
    """No snippet of that name in any library."""


class DataError(ReplyctlError):
    """`--data`, a context or a draft cannot be read."""


class ValueRefused(ReplyctlError):
    """A value does not fit its field."""


class Unfilled(ValueRefused):
    """A value is a merge tag or a placeholder that nobody filled in: as good as missing."""


class PatternTooSlow(ValueRefused):
    """A value cannot be held against a pattern in the time that one has: the pattern is to blame, not the value."""

    def __init__(self, pattern: str, *, place: Place | None = None) -> None:
        hint = "avoid a repeat inside a repeat, such as (a+)+"
        super().__init__(f"the pattern {pattern} takes too long", hint=hint, place=place)
        self.pattern = pattern


class MissingValues(ReplyctlError):
    """Values that a reply needs and nobody gave."""


class TemplateError(ReplyctlError):
    """A template cannot be rendered: it fails, takes too long or grows too large."""


class LanguageError(ReplyctlError):
    """A language that replyctl has no data for, or data that is not a language."""


class OutputError(ReplyctlError):
    """The reply could not be written to where it should go."""


class Withheld(ReplyctlError):
    """The reply has a problem at or above the fail level and was not printed."""

    exit_code = 1


class Interrupted(ReplyctlError):
    """Ctrl-C: what was typed is kept."""

    exit_code = 130


def quoted(value: object) -> str:
    """A wrong value as an error may show it: a word or a small number as it is, of anything else only the shape.

    Errors end up in logs, and what stands in the wrong place may be a password or a whole mail.
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
    """The text without the middle of what nobody reads: a number of 100,000 digits, a whole mail."""
    text = _UNBROKEN.sub(lambda word: f"{word[0][:100]}…", text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def did_you_mean(word: str, known: list[str] | tuple[str, ...]) -> str:
    """A hint that names the nearest of `known`, or lists them when they are few, else nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.6) if len(word) <= _LONGEST_NAME else []
    if near:
        return f"did you mean '{near[0]}'?"
    return f"known: {', '.join(known)}" if 0 < len(known) <= 12 else ""  # noqa: PLR2004 - what fits a line
