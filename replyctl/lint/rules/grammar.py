"""Write correct sentences.

Words that are often taken for others (their and there, your and you're), and a verb that does not agree with a plain
subject, are found at once; an engine (`--grammar`) finds the rest. The message ends with the
engine's own name for it.

Bad: If your ready, there is nothing else to do. Both of your orders was sent.
Good: If you're ready, their order and your parcel are over there.
"""

from replyctl.lint.rule import Cut, Draft, Hit, Severity, Violations, at
from replyctl.reading.agreement import disagreements
from replyctl.reading.clauses import clause

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B1",)


def check(draft: Draft) -> Violations:
    """Each mistake that the short list or the engine knows."""
    for piece, one in draft.mistakes("grammar", _listed):
        yield at(piece, one.start, one.end, one.message, edits=one.edits, safe=one.safe)
    for piece in draft.pieces:
        for hit in piece.find("disagreeing"):
            start, end = piece.span(hit.first, hit.last)
            if _is_subject(piece, hit) and not piece.is_hidden(start) and piece.zone_of(start) != "signature":
                verb = piece.starts[hit.last - 1]
                message = f"The verb does not agree with its subject: '{hit.value}' is meant."
                yield at(piece, start, end, message, edits=((verb, end, hit.value),))


def _is_subject(piece: Cut, hit: Hit) -> bool:
    """Whether the phrase begins its clause, behind a word such as "and" at the most: else it belongs to another noun."""
    sentence = piece.sentence_at(hit.first)
    if sentence is None or sentence.asks or not piece.text[piece.starts[hit.last - 1]].islower():
        return False
    first, _ = clause(piece, sentence, hit.first, hit.last)
    led = piece.words[first : hit.first]
    return not led or (len(led) == 1 and piece.language.has("and-words", led[0]) and first > sentence.first)


def _listed(piece: Cut) -> list[Hit]:
    return sorted([*piece.find("confused", unless="no-slips"), *disagreements(piece)])
