"""Write correct sentences.

Words that are often taken for others (their and there, your and you're) are found at once; an engine (`--grammar`) finds
the rest. The message ends with the engine's name for the mistake.

Bad: If your ready, there is nothing else to do.
Good: If you're ready, their order and your parcel are over there.
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.confusion import confused

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B1",)


def check(draft: Draft) -> Violations:
    """Each mistake that the short list or the engine knows."""
    for piece, one in draft.mistakes("grammar", confused):
        yield at(piece, one.start, one.end, one.message, edits=one.edits, safe=one.safe)
