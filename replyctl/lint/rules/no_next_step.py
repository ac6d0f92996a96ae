r"""Say what happens next, or what the customer should do.

Bad: {body: "Hi Diane,\n\nThe lamp is sold in three colours.\n\nKind regards,\nDana"}
Good: {body: "Hi Diane,\n\nThe lamp ships on Friday and you will receive a tracking number.\n\nKind regards,\nDana"}
"""

from itertools import chain

from replyctl.lint.rule import Cut, Draft, Sentence, Severity, Violation, Violations
from replyctl.reading.steps import in_prose
from replyctl.reading.times import ahead, promises

SEVERITY = Severity.SUGGESTION
GROUP = "commitment"
SOURCE = ("B7", "B19")


def check(draft: Draft) -> Violations:
    """A reply in which no sentence promises, asks or tells the customer what to do."""
    if draft.context.closed or not draft.language.limits or not draft.own_words:
        return
    piece = draft.body
    told = piece.find("promise", "next-step", "asks", "please-words")
    likely = dict.fromkeys(sentence for hit in told if (sentence := piece.sentence_at(hit.first)))
    # The likeliest sentences are checked first; most replies need no others.
    if not any(_leads_on(piece, sentence) for sentence in chain(likely, piece.prose())) and not any(in_prose(piece)):
        yield Violation("Nothing says what happens next: tell what you will do and when, or what you need.")


def _leads_on(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence promises, asks, instructs or names a time; an offer of further help alone does not."""
    if sentence.zone not in {"body", "list"}:
        return False
    if sentence.asks:
        return True
    if piece.within(piece.find("offers"), sentence):
        return _until_a_day(piece, sentence)
    if ahead(piece, sentence):
        return True
    lists = (
        ("next-step", "asks", "please-words", "step-verbs")
        if sentence.zone == "list"
        else ("next-step", "asks", "please-words")
    )
    return bool(piece.within(piece.find(*lists), sentence)) or promises(piece, sentence)


def _until_a_day(piece: Cut, sentence: Sentence) -> bool:
    """Whether what is offered is more than help: something to do by a day ("If you have another, return it by 2 May")."""
    told = piece.within(piece.find("next-step", "please-words"), sentence)
    return bool(told and piece.within(piece.find("months", "weekdays"), sentence)) and ahead(piece, sentence)
