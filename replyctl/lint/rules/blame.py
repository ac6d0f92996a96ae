"""Do not blame the customer.

Blame, and its polite cousins ("as I already said", "maybe you left it on"), win the point and lose the customer.

Bad: You failed to attach the invoice. Our other customers manage just fine.
Good: If you forgot to attach the invoice, please send it now, and I will book the refund today.
"""

from replyctl.lint.rule import OWN, Cut, Draft, Severity, Violations, at

SEVERITY = Severity.WARNING
GROUP = "voice"
SOURCE = ("B24",)


def check(draft: Draft) -> Violations:
    """Each phrase that blames, and each supposition about the customer; not questions or mere conditions."""
    piece = draft.body
    led = _led(piece)
    supposed = frozenset(piece.find("blame-supposed"))
    end = 0
    for hit in piece.find("blame", "blame-supposed"):
        start, stop = piece.span(hit.first, hit.last)
        sentence = piece.sentence_at(hit.first)
        asks = hit in supposed and sentence is not None and sentence.asks
        if start >= end and hit.first not in led and not asks and piece.zone_of(start) in OWN:
            end = stop
            yield at(piece, start, stop, "This blames: say what to do next instead.")


def _led(piece: Cut) -> set[int]:
    """The words behind or inside a neutral lead, where no mark parts them from it ("No, you forgot …")."""
    behind = {
        at for hit in piece.find("neutral-leads") for at in range(hit.first + 1, min(hit.last + 1, len(piece.words)))
    }
    return {at for at in behind if not piece.text[piece.ends[at - 1] : piece.starts[at]].strip()}
