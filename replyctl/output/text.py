"""The body alone, ready to paste or pipe."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.clean import clean
from replyctl.output.preformatted import preformatted
from replyctl.text.breaks import broken
from replyctl.text.width import width as columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem

# Patterns as text: most runs never wrap a line, so they are compiled when needed.
_PREFIX = r"(?P<quote>(?:>[ ]?)*)(?P<item>[ \t]*(?:(?:[-*•–]|\d{1,3}[.)])[ \t]+|\d{1,3}[、．])?)"
_SIGNATURE = r"(?m)^-- ?$"


def render(reply: Reply, *, problems: Sequence[Problem] = ()) -> str:  # noqa: ARG001 - all formats have one signature
    """The body: LF line ends, exactly one final newline, not wrapped."""
    return f"{clean(reply.body, newlines=True)}\n"


def wrap(body: str, width: int) -> str:
    """The body with its lines broken at `width` terminal columns.

    Breaks are between words, or between Chinese characters but not before a closing mark; URLs stay whole, quotes
    keep their `> `, list items get a hanging indent; the signature, code and tables stay as they are.
    """
    mark = re.search(_SIGNATURE, body)
    end = mark.start() if mark else len(body)
    lines = body[:end].split("\n")
    kept = preformatted(lines)
    parts = ([line] if at in kept else _wrapped(line, width) for at, line in enumerate(lines))
    return "\n".join(part for one in parts for part in one) + body[end:]


def _wrapped(line: str, width: int) -> Iterator[str]:
    found = re.match(_PREFIX, line)
    quote, item = (found["quote"], found["item"]) if found else ("", "")
    start, hang = quote + item, quote + " " * columns(item)
    yield from broken(line[len(start) :], width, start=start, hang=hang)
