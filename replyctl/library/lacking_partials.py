"""Partials without a text in the language of a reply: they stop replies in this language, and no others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.errors import Place, SnippetError
from replyctl.library.localized import nearest

if TYPE_CHECKING:
    from replyctl.library.partial import Partial, Partials
    from replyctl.library.snippet import Snippet

_CALLED = re.compile(r"partial\(\s*+['\"]([a-z0-9-]{1,100})['\"]")
_MOST = 100
"""How many calls of partials are followed for one text."""


def lacking(snippet: Snippet, tag: str, partials: Partials) -> SnippetError | None:
    """The error about a partial that the snippet's text in `tag` calls, and that no library has in that language."""
    text = snippet.text[tag]
    wanted = [name for source in (text.subject, text.body) if "partial" in source for name in _CALLED.findall(source)]
    for name in wanted:  # it grows with what these call in turn
        try:
            partial = partials.get(name, tag)
        except SnippetError:  # told when it is rendered
            continue
        if (own := nearest(partial.texts, tag)) is None:
            message, hint = gone(partial, name, tag)
            return SnippetError(message, hint=hint, place=Place(str(partial.path)))
        if len(wanted) < _MOST:
            wanted += [use[0] for use in partial.partials[own] if use[0] not in wanted]
    return None


def gone(partial: Partial, name: str, language: str) -> tuple[str, str]:
    """What to say about it: a message and a hint."""
    return f"the partial '{name}' has no text in '{language}'", f"add `{language}: …` to {partial.path.name}"
