"""Say when: a promise needs a day, an hour or a span.

"Soon" means an hour to the customer and a week to us, and brings a second mail on the third day.

Bad: We will send you the replacement shortly.
Good: We will send you the replacement as soon as possible, by Friday at the latest.
"""

from replyctl.lint.rule import Cut, Draft, Sentence, Severity, Violations, at_words
from replyctl.reading.times import concrete, neighbours, promises

SEVERITY = Severity.WARNING
GROUP = "commitment"
SOURCE = ("B19",)


def check(draft: Draft) -> Violations:
    """Each vague time in a promise that no concrete one stands beside."""
    piece = draft.body
    told: dict[Sentence, bool] = {}
    for hit in piece.find("vague-when"):
        sentence = piece.sentence_at(hit.first)
        if sentence is None or sentence.zone in {"greeting", "signature"}:
            continue
        if sentence not in told:
            told[sentence] = promises(piece, sentence) and not _says_when(piece, sentence)
        if told[sentence]:
            yield at_words(
                piece, hit.first, hit.last, "Vague: name a day, an hour or a span (by Friday, within 48 hours)."
            )


def _says_when(piece: Cut, sentence: Sentence) -> bool:
    """Whether a concrete time stands in the promise or in the one behind it."""
    return any(concrete(piece, near) for near in neighbours(piece, sentence) if promises(piece, near))
