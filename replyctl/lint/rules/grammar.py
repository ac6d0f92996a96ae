"""Write correct sentences.

Words that are often taken for others (their and there, your and you're) are found at once; an engine (`--grammar`) finds
the rest. The message ends with the engine's own name for it.

Bad: If your ready, there is nothing else to do.
Good: If you're ready, their order and your parcel are over there.
"""

from replyctl.lint.rule import Cut, Draft, Hit, Severity, Violations, at
from replyctl.reading.agreement import disagreements

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B1",)


def check(draft: Draft) -> Violations:
    """Each mistake that the short list or the engine knows."""
    for piece, one in draft.mistakes("grammar", _listed):
        yield at(piece, one.start, one.end, one.message, edits=one.edits, safe=one.safe)


def _listed(piece: Cut) -> list[Hit]:
    return sorted([*piece.find("confused", unless="no-slips"), *disagreements(piece)])
