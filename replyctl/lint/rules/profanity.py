"""Do not swear.

Bad: That was a shitty parcel service.
Good: The order of Mr. Dickens left Scunthorpe on Friday.
"""

from replyctl.lint.rule import Draft, Severity, Violations, at, at_words
from replyctl.reading.swearing import masked

SEVERITY = Severity.ERROR
GROUP = "voice"
SOURCE = ("B24",)
MESSAGE = "Swearing: take it out."


def check(draft: Draft) -> Violations:
    """Each swear word: an error if it is certain, a warning if it may be one."""
    for piece in draft.pieces:
        for hit in piece.find("profanity"):
            if piece.zone_of(piece.starts[hit.first]) == "signature":
                continue
            severity = None if hit.value == "sure" else Severity.WARNING
            yield at_words(piece, hit.first, hit.last, MESSAGE, severity=severity)
        for start, end in masked(piece):
            if not piece.is_hidden(start):
                yield at(piece, start, end, MESSAGE)
