r"""Greet the right person, and spell the name right.

Nothing tells a customer faster that the text was copied than somebody else's name.

Bad: {body: "Hi Diana,\n\nYour order ships on Friday.", context: {customer: {name: Diane Smith}}}
Good: {body: "Hi Diane,\n\nYour order ships on Friday.", context: {customer: {name: Diane Smith}}}
"""

import re

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.greeting import Addressed, slip

SEVERITY = Severity.ERROR
GROUP = "greeting"
SOURCE = ("B10",)


def check(draft: Draft) -> Violations:
    """A greeting that names another person, or misspells the name; names in another script are not compared.

    A name all in capitals or all in small letters is only a warning: the right person is greeted.
    Organisations are left out, since the name of whoever writes for one is unknown.
    """
    name = draft.customer_name
    greeted = draft.greeted if name else None
    if not greeted or not greeted.words or _is_whole(name, draft):
        return
    if draft.customer.kind == "organisation":
        return
    from replyctl.reading.named import compared

    parts, words, strange = compared(greeted.words, draft.customer, draft.language, draft.wants_to_be_called)
    yield from _in_wrong_letters(draft, greeted, parts, words)
    slips = [(word, part) for word in strange for part in parts if slip(word, part)]
    if slips:
        word, part = slips[0]
        # A Chinese name may be written with a space in it, which is not part of the word.
        spelt = r"\s*".join(map(re.escape, word))
        written = re.compile(f"(?<![A-Za-z0-9]){spelt}(?![A-Za-z0-9])").search(
            draft.body.text, greeted.start, greeted.end
        )
        start, end = written.span() if written else (greeted.start, greeted.end)
        edits = ((start, end, part),) if written and part[0].isalpha() else ()
        yield at(draft.body, start, end, f"'{word}' is a slip: the customer is {name}.", edits=edits)
    elif strange and len(strange) == len(words):
        yield at(draft.body, greeted.start, greeted.end, f"'{' '.join(words)}' is not the customer: {name}.")


def _is_whole(name: str, draft: Draft) -> bool:
    """Whether the greeting has the name, and not only as a part of another (Ann in Anna).

    Chinese writes no blank beside a name, so that only a Latin letter makes another one of it.
    """
    before, found, behind = draft.body.text[: draft.body.zones.greeting_end].partition(name)
    beside = filter(str.isalpha, before[-1:] + behind[:1])
    return bool(found) and not any(char.isascii() or not draft.language.by_character for char in beside)


def _in_wrong_letters(draft: Draft, greeted: Addressed, parts: list[str], words: list[str]) -> Violations:
    if draft.body.text[: greeted.start].isupper():  # all of the greeting: no slip in the name
        return
    from replyctl.reading.named import in_wrong_letters

    for word, part in in_wrong_letters(words, parts, draft.wants_to_be_called):
        start = draft.body.text.find(word, greeted.start, greeted.end)
        if start >= 0:
            end = start + len(word)
            message = f"Capitals and small letters: the customer's name is written '{part}'."
            edits = ((start, end, part),)
            yield at(draft.body, start, end, message, severity=Severity.WARNING, edits=edits, safe=True)
