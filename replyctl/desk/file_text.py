"""A YAML file's text as reports quote it, and problems at places in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from replyctl.errors import Place, ReplyctlError
from replyctl.lint.problem import Problem, Severity
from replyctl.reading.secrets import hide

OWN_RULES: Mapping[str, Severity] = MappingProxyType(
    {
        "yaml": Severity.ERROR,
        "schema": Severity.ERROR,
        "template": Severity.ERROR,
        "unknown-name": Severity.ERROR,
        "unused-name": Severity.WARNING,
        "missing-language": Severity.WARNING,
        "foreign-placeholder": Severity.ERROR,
        "own-salutation": Severity.WARNING,
        "dead-link": Severity.ERROR,
        "dead-partial": Severity.ERROR,
        "example": Severity.ERROR,
    }
)
"""The rules for a snippet's file itself; its examples are also checked against lint's rules."""
_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_THING = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|\{\{[^\n{}]*\}\}|\{%[^\n{}]*%\}|[\w.\-/:@]*\w|\S")
"""What to mark if only the start of a place is known: a tag, a name, a link or one character."""


class FileText:
    """The text of a file, without its byte order mark; offsets are code points."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        self.content = content
        self.text = content.decode("utf-8-sig", "replace")

    @cached_property
    def shown(self) -> str:
        """The text with secrets hidden; its length is unchanged."""
        return hide(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def wrong(self, rule: str, error: ReplyctlError) -> Problem:
        """`error` as a problem of this file under `rule`, one of OWN_RULES."""
        return self.problem(rule, OWN_RULES[rule], _said(error), error.place or Place(""))

    def problem(  # noqa: PLR0913 - a problem and its place
        self,
        rule: str,
        severity: Severity,
        message: str,
        place: Place,
        *,
        length: int = 0,
        source: tuple[str, ...] = (),
    ) -> Problem:
        """A problem at `place`, `length` code points long; 0 marks the whole word or tag there."""
        start, end = self._span(place, length)
        return Problem(
            rule,
            severity,
            hide(message),
            start,
            end,
            place.line or 1,
            place.column or 1,
            zone="body" if place.line else "mail",
            text=self.shown[start:end] if end > start else "",
            source=source,
        )

    def _span(self, place: Place, length: int) -> tuple[int, int]:
        if not 0 < place.line <= len(self._starts):
            return 0, 0
        line = self._starts[place.line - 1]
        start = min(line + max(0, place.column - 1), len(self.text))
        if not length:
            thing = _THING.match(self.text, start)
            length = len(thing[0]) if thing else 0
        stop = _LINE_END.search(self.text, start)
        return start, min(start + length, stop.start() if stop else len(self.text))


def unread(path: Path, error: ReplyctlError) -> Problem:
    """The problem of a file that is not looked into."""
    return FileText(path, b"").wrong("schema", error)


def _said(error: ReplyctlError) -> str:
    """What is wrong and what to do, in one line."""
    return " ".join("; ".join(filter(None, (error.message, error.hint))).split())
