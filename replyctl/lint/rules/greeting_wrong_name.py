r"""Greet the right person, and spell the name right.

Nothing tells a customer faster that the text was copied than somebody else's name.

Bad: {body: "Hi Diana,\n\nYour order ships on Friday.", context: {customer: {name: Diane Smith}}}
Good: {body: "Hi Diane,\n\nYour order ships on Friday.", context: {customer: {name: Diane Smith}}}
"""

import re

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.greeting import addressed, fits, script, slip

SEVERITY = Severity.ERROR
GROUP = "greeting"
SOURCE = ("B10",)
_EDGES = r"\A[\W_]+|[\W_]+\Z"
"""Marks around a part of a name: words are compared without them too."""


def check(draft: Draft) -> Violations:
    """A greeting that names another person, or this one with a slip; names in another script are not compared."""
    name = draft.customer_name
    greeted = addressed(draft.body) if name else None
    if not greeted or not greeted.words or name in draft.body.text[: draft.body.zones.greeting_end]:
        return
    parts = [re.sub(_EDGES, "", part) for part in name.replace(",", " ").split() if any(map(str.isalpha, part))]
    words = [word for word in greeted.words if any(script(word) == script(part) for part in parts)]
    strange = [word for word in words if not any(_fits(draft, word, part, parts) for part in parts)]
    if not strange:
        return
    slips = [(word, part) for word in strange for part in parts if slip(word, part)]
    if slips:
        word, part = slips[0]
        # A Chinese name may be written with a blank in it, which is no part of the word.
        written = re.compile(r"\s*".join(map(re.escape, word))).search(draft.body.text, greeted.start, greeted.end)
        start, end = written.span() if written else (greeted.start, greeted.end)
        edits = ((start, end, part),) if written else ()
        yield at(draft.body, start, end, f"'{word}' is a slip: the customer is {name}.", edits=edits)
    elif len(strange) == len(words):
        yield at(draft.body, greeted.start, greeted.end, f"'{' '.join(words)}' is not the customer: {name}.")


def _fits(draft: Draft, word: str, part: str, parts: list[str]) -> bool:
    return fits(word, part, draft.language, given=part is parts[0])
