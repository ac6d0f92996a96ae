r"""Address the customer in one way throughout.

Bad: {body: "Dear Ms. Smith,\n\nYour order ships on Friday. Diane, please check the address.", context: {customer: {name: Diane Smith}}}
Good: {body: "Dear Ms. Smith,\n\nYour order ships on Friday. Please check the address.", context: {customer: {name: Diane Smith}}}
"""

import re

from replyctl.lint.rule import Cut, Draft, Hit, Severity, Violations, at, at_words
from replyctl.reading.greeted_titles import greeted_titles

SEVERITY = Severity.WARNING
GROUP = "greeting"
SOURCE = ("B10", "B22")
_MESSAGE = "The customer is addressed in two ways in this mail: keep to one."


def check(draft: Draft) -> Violations:
    """The first place where the mail changes from one way of address to the other."""
    piece = draft.body
    pairs = (
        (piece.find("you-formal"), piece.find("you-informal")),
        (piece.find("you-masculine"), piece.find("you-feminine")),
    )
    for pair in pairs:
        one, other = ([hit for hit in hits if _is_own(piece, hit)] for hits in pair)
        if one and other:
            later = max(one[0], other[0])
            yield at_words(piece, later.first, later.last, _MESSAGE)
            return
    yield from _first_name(draft)


def _is_own(piece: Cut, hit: Hit) -> bool:
    return piece.zone_of(piece.starts[hit.first]) in {"body", "list", "closing"}


def _first_name(draft: Draft) -> Violations:
    """A title in the greeting, and later the bare first name, set off by commas."""
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
    """The name where somebody is called by it."""
    name = re.escape(name)
    return rf"(?:(?:^|[.!?,]\s+){name}(?=[,.!?])|[,]\s+{name}(?=\W))"
