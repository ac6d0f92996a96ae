"""Do not swear.

Bad: That was a shitty parcel service.
Good: The order of Mr. Dickens left Scunthorpe on Friday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replyctl.lint.rule import Cut, Draft, Finding, NoOptions, Severity, at, at_words

SEVERITY = Severity.ERROR
GROUP = "voice"
SOURCE = ("B24",)
Options = NoOptions
MESSAGE = "Swearing: take it out."
_MASKED = r"(?<![A-Za-z*])[A-Za-z]+[*#@$%]{1,4}[A-Za-z]*(?![A-Za-z*@.])"
"""Letters with marks in the place of some: f**k. No address and no bold text."""


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each swear word: an error where it is sure, a warning where it may be one."""
    for piece in (draft.subject, draft.body) if draft.subject else (draft.body,):
        for hit in piece.find("profanity"):
            if piece.zone_of(piece.starts[hit.first]) == "signature":
                continue
            severity = None if hit.value == "sure" else Severity.WARNING
            yield at_words(piece, hit.first, hit.last, MESSAGE, severity=severity)
        for match in re.finditer(_MASKED, piece.text):
            if _is_masked(piece, match.group().lower()) and not piece.is_hidden(match.start()):
                yield at(piece, match.start(), match.end(), MESSAGE)


def _is_masked(piece: Cut, word: str) -> bool:
    """Whether it is a swear word, a mark for a letter."""
    pattern = re.sub(r"[^a-z]+", lambda marks: f"[a-z]{{{len(marks.group())}}}", word)
    return any(re.fullmatch(pattern, other) for other in piece.language.sets.get("swear-words", ()))
