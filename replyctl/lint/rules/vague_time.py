"""Say when: a promise needs a day, an hour or a span.

"Soon" means an hour to the customer and a week to us, and brings a second mail on the third day.

Bad: We will send you the replacement shortly.
Good: We will send you the replacement as soon as possible, by Friday at the latest.
"""

from replyctl.lint.rule import MESSAGE, Cut, Draft, Sentence, Severity, Violations, at_words
from replyctl.reading.times import neighbours, promises, to_come

SEVERITY = Severity.WARNING
GROUP = "commitment"
SOURCE = ("B19",)


def check(draft: Draft) -> Violations:
    """Each vague time in a promise that no concrete one stands beside, and each next message that has none at all."""
    piece = draft.body
    yield from _vague(piece)
    yield from _untold(piece)


def _vague(piece: Cut) -> Violations:
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


def _untold(piece: Cut) -> Violations:
    """The next messages without a time, where no promise of the mail has one."""
    messages = piece.find("next-message")
    if not messages or any(promises(piece, one) and to_come(piece, one) for one in piece.prose()):
        return
    for hit in messages:
        sentence = piece.sentence_at(hit.first)
        if sentence and sentence.zone in MESSAGE and not sentence.asks and not _near(piece, sentence):
            yield at_words(piece, hit.first, hit.last, "Say when: name a day, an hour or a span.")


def _near(piece: Cut, sentence: Sentence) -> bool:
    """Whether a time stands in the sentence or beside it, vague ones too: those are told of already."""
    number = piece.number_of(sentence)
    around = piece.sentences[max(number - 1, 0) : number + 2]
    return bool(piece.within(piece.find("vague-when"), sentence)) or any(to_come(piece, one) for one in around)


def _says_when(piece: Cut, sentence: Sentence) -> bool:
    """Whether a concrete time stands in the promise or in the one behind it."""
    return any(to_come(piece, near) for near in neighbours(piece, sentence) if promises(piece, near))
