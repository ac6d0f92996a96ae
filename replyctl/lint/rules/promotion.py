"""Keep promotion out of service mail, unless the customer opted in.

In many countries it is against the law; everywhere it costs trust.

Bad: Your order ships on Friday. Use code SAVE20 for 20% off your next order!
Good: To make up for the delay I have added a voucher of 10% off to your account.
"""

import re

from replyctl.lint.rule import Cut, Draft, Sentence, Severity, Violations, at

SEVERITY = Severity.ERROR
GROUP = "policy"
SOURCE = ("A1", "B4")
_PERCENT = r"\d\s?[%٪]|[%٪]\d"
_BESIDE = 25
"""The most code points, within a sentence, between a percentage and the word that makes it a price cut."""
_TRACKED = r"utm_(?:medium|campaign|source)="


def check(draft: Draft) -> Violations:
    """The first sentence that promotes; not a goodwill gesture, nor an answer to a question about an offer."""
    if draft.context.opted_in:
        return
    piece = draft.body
    cuts = not _otherwise(draft)
    sells = piece.find("promotion", "price-cut") or re.search(_TRACKED, piece.text)
    for sentence in piece.sentences if sells else ():
        if _promotes(piece, sentence, cuts=cuts) and not _earned(draft, sentence):
            message = "Promotion in a service mail needs the customer's opt-in: take it out."
            yield at(piece, sentence.start, sentence.end, message)
            return
    if draft.subject is None or draft.subject.find("claims-nothing") or _asked(draft):
        return
    if any(_promotes(draft.subject, sentence, cuts=cuts) for sentence in draft.subject.sentences):
        yield at(draft.subject, 0, len(draft.subject.text), "The subject promotes, and the customer did not opt in.")


def _otherwise(draft: Draft) -> bool:
    """Whether the mail has the word of a price cut in another sense: it is no other in the next sentence."""
    return any(piece is not None and piece.find("price-cut-otherwise") for piece in (draft.subject, draft.body))


def _promotes(piece: Cut, sentence: Sentence, *, cuts: bool = True) -> bool:
    """Whether it sells: by its words, if `cuts` by a price cut in percent, or by a link that counts a campaign."""
    if piece.within(piece.find("promotion", unless="promotion-told"), sentence):
        return True
    said = piece.within(piece.find("price-cut", unless="promotion-told"), sentence) if cuts else ()
    spans = (piece.span(hit.first, hit.last) for hit in said)
    until = sentence.end + len(" %")  # a sentence ends with its last word, and leaves the mark out
    beside = (piece.text[max(sentence.start, at - _BESIDE) : min(until, end + _BESIDE)] for at, end in spans)
    if any(re.search(_PERCENT, text) for text in beside):
        return True
    return bool(re.search(_TRACKED, piece.text[sentence.start : sentence.end]))


def _earned(draft: Draft, sentence: Sentence) -> bool:
    """Whether the offer makes up for something in the case, or the customer asked about it."""
    piece, at_ = draft.body, draft.body.number_of(sentence)
    near = piece.sentences[max(0, at_ - 1) : at_ + 2]
    if any(piece.within(piece.find("goodwill", "regret-words"), one) for one in near):
        return True
    return _asked(draft)


def _asked(draft: Draft) -> bool:
    """Whether the customer's mail mentions offers."""
    asked = draft.incoming
    if asked is None:
        return False
    return bool(asked.find("promotion-topic")) or any(_promotes(asked, sentence) for sentence in asked.sentences)
