"""Say when: a promise needs a day, an hour or a span.

"Soon" means an hour to the customer and a week to us, and brings a second mail on the third day.

Bad: We will send you the replacement shortly.
Good: We will send you the replacement as soon as possible, by Friday at the latest.
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at_words
from replyctl.reading.times import concrete, neighbours, promises

SEVERITY = Severity.WARNING
GROUP = "commitment"
SOURCE = ("B19",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each vague time in a promise that no concrete one stands beside."""
    piece = draft.body
    for hit in piece.find("vague-when"):
        sentence = piece.sentence_at(hit.first)
        if sentence is None or sentence.zone in {"greeting", "signature"}:
            continue
        beside = (near for near in neighbours(piece, sentence) if promises(piece, near))
        if promises(piece, sentence) and not any(concrete(piece, near) for near in beside):
            yield at_words(
                piece, hit.first, hit.last, "Vague: name a day, an hour or a span (by Friday, within 48 hours)."
            )
