"""Write correct sentences.

Words that are often taken for others (their and there, your and you're) are found at once; an engine (`--grammar`) finds
the rest. The message ends with the engine's name for the mistake.

Bad: If your ready, there is nothing else to do.
Good: If you're ready, their order and your parcel are over there.
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.confusion import confused
from replyctl.reading.foreign_clause import foreign_clauses

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B1",)


def check(draft: Draft) -> Violations:
    """Each mistake that the short list or the engine knows, and each clause of another language in a sentence."""
    for piece, one in draft.mistakes("grammar", confused):
        yield at(piece, one.start, one.end, one.message, edits=one.edits, safe=one.safe)
    for start, end in foreign_clauses(draft.body):
        yield at(
            draft.body, start, end, "Another language within a sentence: translate it, or put it in quotation marks."
        )
