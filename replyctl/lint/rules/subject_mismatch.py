r"""Promise in the subject only what the body holds.

Bad: {subject: "Refund approved", body: "Hi Diane,\n\nWe cannot refund the lamp."}
Good: {subject: "Refund declined", body: "Hi Diane,\n\nWe cannot refund the lamp."}
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from replyctl.lint.rule import Cut, Draft, Hit, Sentence, Severity, Violations, at_words
from replyctl.reading.clauses import denied
from replyctl.reading.subject import is_reply
from replyctl.reading.sums import SIGN, sum_behind

SEVERITY = Severity.WARNING
GROUP = "subject"
SOURCE = ("B3",)
_GRANTED = frozenset({"refund", "approved", "confirmed", "free", "voucher", "replacement", "resolved"})
"""Promises that a refusal cannot keep."""
# Promises that a body mentions if it keeps them; others (shipped, solved …) can be kept in too many words.
_SPOKEN_OF = frozenset({"refund", "voucher", "attached", "link", "tracking"})


def check(draft: Draft) -> Violations:
    """The first promise of the subject that the body denies, or does not mention."""
    if (
        draft.subject is None
        or draft.subject.find("claims-denied", "claims-nothing", "refusal-words")
        or not draft.own_words
    ):
        return
    denials = draft.body.find("claims-denied")
    held = {hit.value for hit in draft.body.find("claims-held", "claims")}
    denied = {hit.value for hit in denials} - set(_elsewhere(draft, denials))
    if "§url" in draft.body.words:
        held.add("link")
    if draft.context.attachments:
        held.add("attached")
    if "free" not in held and _has_its_price(draft.body):
        denied.add("free")
    done = draft.subject.find("claims-done")
    pending = _pending(draft.body) if done else set()
    for hit in done:
        if hit.value in pending:
            yield at_words(
                draft.subject, hit.first, hit.last, "The subject says that it is done, the body that it will be."
            )
            return
    for hit in _promised(draft.subject):
        if hit.value in denied or (draft.is_refusal and hit.value in _GRANTED):
            yield at_words(draft.subject, hit.first, hit.last, "The subject promises what the body denies.")
            return
        said = _said(draft, draft.subject.words[hit.first : hit.last]) or _sum_is_said(draft, draft.subject, hit)
        if hit.value in _SPOKEN_OF - held and not said:
            yield at_words(draft.subject, hit.first, hit.last, "The subject promises what the body does not mention.")
            return


def _pending(body: Cut) -> set[str]:
    """What the body says is still to come, and never says is done."""
    pending = {body.sentence_at(hit.first): hit.value for hit in body.find("claims-pending")}
    done = {hit.value for hit in body.find("claims-done") if _is_done(body, hit, pending)}
    return {*pending.values()} - done


def _is_done(body: Cut, hit: Hit, pending: Mapping[Sentence | None, str]) -> bool:
    """Whether the body really says that it is done: not of what is pending, nor with a "not" before it."""
    sentence = body.sentence_at(hit.first)
    return (
        sentence is not None and pending.get(sentence) != hit.value and not denied(body, sentence, hit.first, hit.last)
    )


def _promised(subject: Cut) -> Iterable[Hit]:
    """The promises of the subject; after "Re:" a bare matter ("Re: refund for …") is the customer's, not a promise."""
    return subject.find("claims", unless="claims-matter" if is_reply(subject) else "")


def _has_its_price(body: Cut) -> bool:
    """Whether the body names a sum that the customer pays."""
    return any(sum_behind(body, body.ends[hit.last - 1]) for hit in body.find("price-words"))


def _elsewhere(draft: Draft, denials: Iterable[Hit]) -> Iterator[str]:
    """What the body mentions in a sentence that denies nothing, so that it does not deny it throughout."""
    denying = {draft.body.sentence_at(hit.first) for hit in denials}
    for hit in draft.body.find("claims"):
        if draft.body.sentence_at(hit.first) not in denying:
            yield hit.value


def _said(draft: Draft, words: list[str]) -> bool:
    """Whether the body contains these very words."""
    size = len(words)
    return any(draft.body.words[at : at + size] == words for at in range(len(draft.body.words)))


def _sum_is_said(draft: Draft, subject: Cut, hit: Hit) -> bool:
    """Whether the promise is of a sum ("A £15 voucher") that the body names too, in other words ("£15 in your account")."""
    before = subject.text[: subject.starts[hit.first]].rstrip()
    found = re.search(rf"{SIGN}\s?\d[\d.,]*+\Z|(?<![\d.,])\d[\d.,]*+\s?{SIGN}\Z", before)
    return found is not None and bool(re.search(rf"(?<!\d){re.escape(found[0])}(?!\d)", draft.body.text))
