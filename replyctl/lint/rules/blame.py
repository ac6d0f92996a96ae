"""Do not blame the customer.

Blame, and its polite cousins ("as I already said"), win the point and lose the customer.

Bad: You failed to attach the invoice.
Good: Please attach the invoice, and I will book the refund today.
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at_words

SEVERITY = Severity.WARNING
GROUP = "voice"
SOURCE = ("B24",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each phrase that blames or is passive-aggressive."""
    piece = draft.body
    for hit in piece.find("blame"):
        if piece.zone_of(piece.starts[hit.first]) != "signature":
            yield at_words(piece, hit.first, hit.last, "This blames: say what to do next instead.")
