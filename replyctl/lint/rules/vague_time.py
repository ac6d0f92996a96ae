"""Say when: a promise needs a day, an hour or a span.

"Soon" means an hour to the customer and a week to us, and brings a second mail on the third day.

Bad: We will send you the replacement shortly.
Good: We will send you the replacement as soon as possible, by Friday at the latest.
"""

from collections.abc import Iterable

from replyctl.lint.rule import MESSAGE, Cut, Draft, Sentence, Severity, Violations, at_words
from replyctl.reading.times import concrete, neighbours, promises

SEVERITY = Severity.WARNING
GROUP = "commitment"
SOURCE = ("B19",)
_VAGUE = "Vague: name a day, an hour or a span (by Friday, within 48 hours)."
_NO_TIME = "Say when: name a day, an hour or a span (by Friday, within 48 hours)."


def check(draft: Draft) -> Violations:
    """Each vague time in a promise that no concrete one stands beside, and each next message with no time at all."""
    piece = draft.body
    told: dict[Sentence, bool] = {}
    for hit in piece.find("vague-when"):
        sentence = piece.sentence_at(hit.first)
        if sentence is None or sentence.zone in {"greeting", "signature"}:
            continue
        if sentence not in told:
            told[sentence] = promises(piece, sentence) and not _says_when(piece, neighbours(piece, sentence))
        if told[sentence]:
            yield at_words(piece, hit.first, hit.last, _VAGUE)
    timed = _timed_paragraphs(piece) if piece.find("next-message") else frozenset()
    for hit in piece.find("next-message"):
        sentence = piece.sentence_at(hit.first)
        if sentence and sentence.zone in MESSAGE and sentence not in told and not sentence.asks:
            told[sentence] = _paragraph(piece, sentence) not in timed
            if told[sentence]:
                yield at_words(piece, hit.first, hit.last, _NO_TIME)


def _says_when(piece: Cut, sentences: Iterable[Sentence]) -> bool:
    """Whether a concrete time stands in one of the sentences that promise."""
    return any(concrete(piece, near) for near in sentences if promises(piece, near))


def _timed_paragraphs(piece: Cut) -> frozenset[int]:
    """Where those paragraphs begin that say when something will happen."""
    return frozenset(_paragraph(piece, one) for one in piece.sentences if promises(piece, one) and concrete(piece, one))


def _paragraph(piece: Cut, sentence: Sentence) -> int:
    """Where the paragraph of a sentence begins."""
    return piece.text.rfind("\n", 0, sentence.start) + 1
