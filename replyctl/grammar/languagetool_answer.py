"""What LanguageTool's answers mean here: a match as a finding in code points, a failure in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from replyctl.clean import clean
from replyctl.grammar.engine import Finding, Kind
from replyctl.grammar.http import NONSENSE

if TYPE_CHECKING:
    from language_tool_python.match import Match

_SPELLERS = ("MORFOLOGIK", "HUNSPELL", "SPELLER", "SPELLING_RULE")
"""Parts of the ids of its spelling rules; all other rules are about grammar."""
_MOST_SUGGESTIONS = 5
_LONGEST_MESSAGE = 300


def units(text: str) -> list[int] | None:
    """The UTF-16 offset of each code point and of the end; None where they are the same."""
    if not text or max(text) < "\U00010000":
        return None
    offsets, at = [], 0
    for char in text:
        offsets.append(at)
        at += 1 + (char > "\uffff")
    return [*offsets, at]


def finding(match: Match, text: str, offsets: list[int] | None) -> Finding:
    """The match as a finding; TypeError for a place that is not in `text`, whose `units` are `offsets`."""
    start, length = _number(match.offset), _number(match.error_length)
    end = start + length
    if offsets is not None:
        goal = offsets[start] + length
        end = next(at for at, unit in enumerate(offsets) if unit >= goal)
    if not 0 <= start <= end <= len(text):
        raise TypeError("a place outside of the text")
    kind: Kind = "spelling" if any(name in match.rule_id for name in _SPELLERS) else "grammar"
    suggestions = tuple(_plain(one) for one in match.replacements[:_MOST_SUGGESTIONS])
    return Finding(start, end, clean(match.message)[:_LONGEST_MESSAGE], clean(match.rule_id), kind, suggestions)


def _number(value: Any) -> int:  # noqa: ANN401 - what a server sent
    if not isinstance(value, int):
        raise TypeError("not a number")
    return value


def _plain(text: str) -> str:
    """A suggestion without anything that could harm a draft; spaces at its ends are kept."""
    inner = clean(text)
    return text if inner == text.strip() else inner


def why(problem: Exception) -> str:
    """What to tell the user of a failed question or download."""
    if isinstance(problem, AttributeError | LookupError | TypeError | UnicodeDecodeError | json.JSONDecodeError):
        return NONSENSE
    return clean(str(problem))[:_LONGEST_MESSAGE] or type(problem).__name__
