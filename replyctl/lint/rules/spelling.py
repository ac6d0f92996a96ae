"""Spell every word right.

Words that are often misspelt are found at once; an engine (`--grammar`) finds the others. Names, products and ids are
left alone, as are the words of `lint.vocabulary`; words that it rejects are reported with the better one.

Bad: We recieved your parcel.
Good: We received your parcel HW-659, Siobhán.
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.misspelt import misspelt
from replyctl.reading.mistyped import guessed

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B1",)


def check(draft: Draft) -> Violations:
    """Each word that the short list or the engine knows to be misspelt."""
    for piece, one in draft.mistakes("spelling", misspelt):
        safe = one.safe and one.start not in guessed(piece)
        yield at(piece, one.start, one.end, one.message, edits=one.edits, safe=safe)
