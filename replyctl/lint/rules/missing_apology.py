"""Apologise where the fault is ours.

A customer who was let down reads on more kindly after one honest sentence.

Bad: {body: "Hi Diane, a new lamp is on its way.", context: {intent: complaint}}
Good: {body: "Hi Diane, I am sorry that the lamp arrived broken. A new one is on its way.", context: {intent: complaint}}
"""

from replyctl.lint.rule import Cut, Draft, Sentence, Severity, Violation, Violations
from replyctl.reading.anger import angry
from replyctl.reading.apology import apologies

SEVERITY = Severity.WARNING
GROUP = "apology"
SOURCE = ("B12",)


def check(draft: Draft) -> Violations:
    """A reply to a complaint, or to a mail that reports our fault, without an apology."""
    if not draft.language.limits or apologies(draft.body):
        return
    # Who took the mail for something else than a complaint had read it: unless that is in anger, only what leaves no
    # doubt counts.
    is_doubted = draft.context.intent and not (draft.incoming and angry(draft.incoming))
    faults = "our-doing" if is_doubted else "our-fault"
    if draft.context.intent == "complaint" or (draft.incoming and _reports(draft.incoming, faults)):
        yield Violation("No apology: the customer reports a fault of ours. Say that you are sorry, and for what.")


def _reports(incoming: Cut, faults: str) -> bool:
    """Whether the customer reports a fault of ours, rather than asks or supposes it."""
    sentences = (incoming.sentence_at(hit.first) for hit in incoming.find(faults))
    return any(sentence and not sentence.asks and not _supposes(incoming, sentence) for sentence in sentences)


def _supposes(incoming: Cut, sentence: Sentence) -> bool:
    return bool(incoming.within(incoming.find("supposing"), sentence))
