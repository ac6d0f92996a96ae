"""A template that a person can read, where no example can be rendered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from replyctl.library.snippet import Snippet

# An unclosed tag matches to the end, so that the search stays linear.
_STATEMENT = re.compile(r"{%.*?(?:%}|\Z)|{#.*?(?:#}|\Z)", re.DOTALL)
_VALUE = re.compile(r"{{(.*?)(?:}}|\Z)", re.DOTALL)
_GAP = re.compile(r"\n{3,}")


def language_for(snippet: Snippet, language: str) -> str:
    """The tag of the text for a reader of `language`: that language, its base, else the first."""
    return next(
        (tag for tag in (language, language.partition("-")[0]) if tag in snippet.text), next(iter(snippet.text))
    )


def readable(template: str) -> str:
    """A readable template: values in angle quotes, statements left out."""
    named = _VALUE.sub(lambda value: f"‹{value[1].strip('-').strip()}›", _STATEMENT.sub("", template))
    return _GAP.sub("\n\n", named).strip()
