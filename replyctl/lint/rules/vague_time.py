"""Say when: a promise needs a day, an hour or a span.

"Soon" means an hour to the customer and a week to us, and brings a second mail on the third day; so does a promised call
that has no time at all.

Bad: We will send you the replacement shortly. Our workshop will be in touch about the lamp.
Good: We will send you the replacement as soon as possible, by Friday at the latest, and call you when it leaves.
"""

from replyctl.lint.rule import Cut, Draft, Hit, Sentence, Severity, Violations, at_words
from replyctl.reading.clauses import clauses, denied
from replyctl.reading.times import neighbours, promises, to_come

SEVERITY = Severity.WARNING
GROUP = "commitment"
SOURCE = ("B19",)
_FEW = {"words": 7, "characters": 10}
"""The greatest length of a clause that is little more than a time ("by Friday at the latest")."""
_ZONES = frozenset({"greeting", "signature"})


def check(draft: Draft) -> Violations:
    """Each vague time in a promise without a concrete one, and each announced message without any time."""
    piece = draft.body
    told: dict[Sentence, bool] = {}
    for hit in piece.find("vague-when"):
        sentence = piece.sentence_at(hit.first)
        if sentence is None or sentence.zone in _ZONES:
            continue
        if sentence not in told:
            told[sentence] = promises(piece, sentence) and not _says_when(piece, sentence, hit)
        if told[sentence]:
            yield at_words(
                piece, hit.first, hit.last, "Vague: name a day, an hour or a span (by Friday, within 48 hours)."
            )
    for hit in piece.find("next-message"):
        sentence = piece.sentence_at(hit.first)
        if sentence and sentence.zone not in _ZONES and sentence not in told and _is_open(piece, sentence, hit):
            told[sentence] = True
            yield at_words(piece, hit.first, hit.last, "When? Name a day, an hour or a span for this message.")


def _says_when(piece: Cut, sentence: Sentence, hit: Hit) -> bool:
    """Whether the promise or the one after it has a concrete time, which is not that of something past."""
    _, *behind = neighbours(piece, sentence)
    if any(to_come(piece, near) and promises(piece, near) for near in behind):
        return True
    return any(to_come(piece, part) and _is_of(piece, part, hit) for part in clauses(piece, sentence))


def _is_of(piece: Cut, part: Sentence, hit: Hit) -> bool:
    """Whether a clause's time can be the promise's: the clause holds or follows it, promises, or is just a time."""
    if part.first <= hit.first < part.last:
        return True
    if piece.within(piece.find("bygone"), part):
        return False
    if part.first > hit.first:
        return True
    return promises(piece, part) or piece.size(part.first, part.last) <= _FEW[piece.language.units]


def _is_open(piece: Cut, sentence: Sentence, hit: Hit) -> bool:
    """Whether nothing tells when the message comes: no time in or near it, and no event that it waits for."""
    if sentence.asks or denied(piece, sentence, hit.first, hit.last):
        return False
    at = piece.number_of(sentence)
    before, behind = piece.sentences[max(at - 1, 0) : at], piece.sentences[at : at + 2]
    near = [*(one for one in before if piece.language.time_first or promises(piece, one)), *behind]
    if any(to_come(piece, one) and not _apart(piece, one, sentence) for one in near) or piece.within(
        piece.find("event-words"), sentence
    ):
        return False
    return not piece.find("please-words", "step-verbs").between(sentence.first, hit.first)


def _apart(piece: Cut, one: Sentence, other: Sentence) -> bool:
    """Whether the two are in different paragraphs."""
    return "\n\n" in piece.text[min(one.end, other.end) : max(one.start, other.start)]
