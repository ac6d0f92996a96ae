"""Never ask for a password, a code or a whole card number.

Whoever answers such mails learns to answer fraudsters too, and what is sent by mail can be read by many.

Bad: Please reply with the code that we have just texted to you, and I will change the number today.
Good: We will never ask you for your password. Please tell me the last four digits of the card.
"""

from replyctl.lint.rule import Cut, Draft, Hit, Sentence, Severity, Violations, at_words
from replyctl.reading.clauses import clause, denied
from replyctl.text.scripts import COLONS

SEVERITY = Severity.ERROR
GROUP = "policy"
SOURCE = ("B24",)
_BEHIND = "behind"
"""The value of phrases that follow what they ask for."""

_BESIDE = "beside"
"""And of what asks for something in its own clause only."""
_EITHER = "either"
"""And of what may stand before or behind what it asks for."""


def check(draft: Draft) -> Violations:
    """Each sentence that asks for a secret; not one that warns, or lets one be typed on a page or chosen anew."""
    piece = draft.body
    for sentence in piece.prose() if piece.find("secret-words") else ():
        secrets = piece.within(piece.find("secret-words"), sentence)
        if not secrets or piece.within(piece.find("secret-safe"), sentence):
            continue
        asked = [hit for hit in _asks(piece, sentence) if any(_of(piece, sentence, hit, one) for one in secrets)]
        if asked or (sentence.zone == "list" and _led_by_an_ask(piece, sentence)):
            first = min(hit.first for hit in (*asked[:1], secrets[0]))
            last = max(hit.last for hit in (*asked[:1], secrets[-1]))
            yield at_words(
                piece, first, last, "This asks for a secret: let the customer type it on a safe page instead."
            )


def _asks(piece: Cut, sentence: Sentence) -> list[Hit]:
    """The phrases in the sentence that ask the customer to send something."""
    asks = piece.within(piece.find("secret-asks"), sentence)
    return [hit for hit in asks if not denied(piece, sentence, hit.first, hit.last)]


def _of(piece: Cut, sentence: Sentence, ask: Hit, secret: Hit) -> bool:
    """Whether `ask` is about `secret`: in the same clause, or on its usual side with no joint in between."""
    first, last = clause(piece, sentence, ask.first, ask.last)
    if first <= secret.first < last:
        return True
    if ask.value == _BESIDE or denied(piece, sentence, secret.first, secret.last):
        return False  # "send the photos, and no password"
    asked_before = ask.value == _BEHIND or (ask.value == _EITHER and secret.first < ask.first)
    one, other = (secret, ask) if asked_before else (ask, secret)
    return one.last <= other.first and not piece.find("clause-joints").between(one.last, other.first)


def _led_by_an_ask(piece: Cut, item: Sentence) -> bool:
    """Whether the item is in a list of what the customer is asked to send."""
    number = piece.number_of(item)
    lead = next((one for one in reversed(piece.sentences[:number]) if one.zone != "list"), None)
    led = lead is not None and piece.text[lead.end : lead.end + 2].strip(" *_")[:1] in set(COLONS)
    return bool(led and lead and _asks(piece, lead) and not piece.within(piece.find("secret-safe"), lead))
