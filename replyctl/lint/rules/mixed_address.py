r"""Address the customer in one way throughout.

Bad: {body: "Dear Ms. Smith,\n\nYour order ships on Friday. Diane, please check the address.", context: {customer: {name: Diane Smith}}}
Good: {body: "Dear Ms. Smith,\n\nYour order ships on Friday. Please check the address.", context: {customer: {name: Diane Smith}}}
"""

import re

from replyctl.lint.rule import MESSAGE, Cut, Draft, Hit, Severity, Violations, at, at_words
from replyctl.reading.greeted_titles import greeted_titles
from replyctl.reading.subject import is_reply

SEVERITY = Severity.WARNING
GROUP = "greeting"
SOURCE = ("B10", "B22")
_PAIRS = (("you-formal", "you-informal"), ("you-masculine", "you-feminine"), ("you-singular", "you-plural"))
"""Ways of address that do not go together."""
_OTHERS = {"f": "you-masculine", "m": "you-feminine"}
"""By the customer's gender: the list of forms that do not fit them."""
_OPENING = {"f": "opens-masculine"}
"""By the customer's gender: forms that tell of somebody else too, but not where they begin a sentence."""
_OTHER = "The customer is addressed in the other gender here."
_ZONES = MESSAGE | {"closing"}
_MESSAGE = "The customer is addressed in two ways in this mail: keep to one."


def check(draft: Draft) -> Violations:
    """The first form that does not fit the known customer, else the first of the rarer of two ways of address.

    If both are equally frequent, it is the later one; a wish at the end (祝您愉快) goes with the mail's habit.
    """
    piece = draft.body
    gender = (draft.context.customer.gender or "")[:1].casefold()
    wrong = [*_own(piece, _OTHERS.get(gender, "")), *_opening(piece, _OPENING.get(gender, ""))]
    if wrong:
        wrong.sort()
        yield at_words(piece, wrong[0].first, wrong[0].last, _OTHER)
        return
    pairs = _PAIRS if _is_one(draft) else _PAIRS[:-1]
    for pair in pairs:
        forms = [(len(piece.find(name)), own[0]) for name in pair if (own := _own(piece, name))]
        if len(forms) == len(pair):
            _, odd = min(forms, key=lambda form: (form[0], _signs_off(piece, form[1]), -form[1].first))
            yield at_words(piece, odd.first, odd.last, _MESSAGE)
            return
        yield from _in_subject(draft, pair)
    yield from _first_name(draft)


def _in_subject(draft: Draft, pair: tuple[str, str]) -> Violations:
    """The first form in our own subject that the body has only the other one of."""
    subject = draft.subject
    if subject is None or is_reply(subject):
        return
    for name, other in (pair, pair[::-1]):
        odd = subject.find(name)
        if odd and not subject.find(other) and _own(draft.body, other) and not _own(draft.body, name):
            yield at_words(subject, odd[0].first, odd[0].last, _MESSAGE)


def _own(piece: Cut, name: str) -> list[Hit]:
    """The forms of the list `name` in the author's own message; pairs such as "he/she" do not count."""
    return [hit for hit in piece.find(name) if _is_meant(piece, *piece.span(hit.first, hit.last))]


def _opening(piece: Cut, name: str) -> list[Hit]:
    """The forms of the list `name` that begin a sentence, so that nobody else can be their subject."""
    begun = ((hit, piece.sentence_at(hit.first)) for hit in _own(piece, name))
    return [hit for hit, sentence in begun if sentence and sentence.first == hit.first]


def _signs_off(piece: Cut, hit: Hit) -> bool:
    return piece.zone_of(piece.starts[hit.first]) == "closing"


def _is_meant(piece: Cut, start: int, end: int) -> bool:
    return piece.zone_of(start) in _ZONES and "/" not in piece.text[start - 1 : end + 1]


def _is_one(draft: Draft) -> bool:
    """Whether the customer is one person: no mail speaks of others who may be addressed too."""
    incoming = draft.incoming
    speaks_for_several = incoming and incoming.find("we-customers", "companions")
    return not (speaks_for_several or draft.body.find("companions"))


def _first_name(draft: Draft) -> Violations:
    """A title in the greeting, but later the bare first name, set off by commas."""
    parts, frame = draft.customer_name.split(), draft.language.salutation
    end = draft.body.zones.greeting_end
    if len(parts) < 2 or not (frame and frame.title_or_given and greeted_titles(draft.body)):  # noqa: PLR2004 - a first and a last name
        return
    if parts[0] in draft.body.text[:end]:
        return
    called = re.compile(_called(parts[0]), re.MULTILINE)
    match = called.search(draft.body.text, end, draft.body.zones.signature)
    if match:
        yield at(draft.body, match.end() - len(parts[0]), match.end(), _MESSAGE)


def _called(name: str) -> str:
    """A pattern for the name where it addresses somebody."""
    name = re.escape(name)
    return rf"(?:(?:^|[.!?,]\s+){name}(?=[,.!?])|[,]\s+{name}(?=\W))"
