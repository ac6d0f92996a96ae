"""Finds HTML and Markdown in a text, as macros of help desks bring them: a text mail shows their marks as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from replyctl.text.cut import Cut
from replyctl.text.spans import Range

_HINT = r"[<&*#]"
_BREAKS = r"(?i)<(?:br|/p|/div|/li|/tr|/h[1-6])[\s/>]"
_TAG = (
    r"(?i)</?(?:a|b|br|div|em|font|h[1-6]|hr|i|img|li|ol|p|span|strong|table|tbody|t[dhr]|u|ul)(?:\s[^<>\n]{0,200})?/?>"
)
_CHARACTER = (
    r"&(?:amp|apos|copy|euro|gt|hellip|[lr][ds]quo|lt|[mn]dash|nbsp|pound|quot|reg|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
)
_STRONG = r"(?<![A-Za-z0-9*])\*\*(?=[^\s*])([^*\n]{1,120})(?<=[^\s*])\*\*(?![A-Za-z0-9*])"
_HEADING = r"(?m)^#{2,6} (?=\S)"


class _Kind(NamedTuple):
    """One kind of markup."""

    name: str
    pattern: str
    plain: Callable[[re.Match[str]], str]
    """What a text mail says instead."""


def _character(entity: str) -> str:
    from html import unescape

    return unescape(entity).replace("\xa0", " ")


_KINDS = (
    _Kind("An HTML tag", _TAG, lambda found: "\n" if re.match(_BREAKS, found[0]) else ""),
    _Kind("An HTML character", _CHARACTER, lambda found: _character(found[0])),
    _Kind("Markdown", _STRONG, lambda found: found[1]),
    _Kind("A Markdown heading", _HEADING, lambda _found: ""),
)


class Markup(NamedTuple):
    """All markup of one kind in a text."""

    name: str
    spans: tuple[Range, ...]
    edits: tuple[tuple[int, int, str], ...]
    """What makes plain text of it."""


def markup(piece: Cut) -> Iterator[Markup]:
    """The kinds that the author's own words hold; code, quotations and links are looked at by nobody."""
    if not re.search(_HINT, piece.text):
        return
    for kind in _KINDS:
        found = [one for one in re.finditer(kind.pattern, piece.text) if not _is_shown(piece, one)]
        if found:
            spans = tuple(one.span() for one in found)
            yield Markup(kind.name, spans, tuple((*one.span(), kind.plain(one)) for one in found))


def _is_shown(piece: Cut, found: re.Match[str]) -> bool:
    """Whether it is code or somebody's words."""
    return piece.is_quoted(found.start()) or piece.masked("§code", "§quote").hold(found.start())
