"""Do not swear.

Bad: That was a shitty parcel service.
Good: The order of Mr. Dickens left Scunthorpe on Friday.
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at_words

SEVERITY = Severity.ERROR
GROUP = "voice"
SOURCE = ("B24",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each swear word: an error where it is sure, a warning where it may be one."""
    for piece in (draft.subject, draft.body) if draft.subject else (draft.body,):
        for hit in piece.find("profanity"):
            if piece.zone_of(piece.starts[hit.first]) == "signature":
                continue
            severity = None if hit.value == "sure" else Severity.WARNING
            yield at_words(piece, hit.first, hit.last, "Swearing: take it out.", severity=severity)
