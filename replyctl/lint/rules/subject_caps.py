"""Do not shout in the subject.

A subject in capitals reads as anger or as spam.

Bad: {subject: "IMPORTANT: READ THIS about order HW-659", body: "Hi Diane,"}
Good: {subject: "FAQ and PDF manual for order HW-659", body: "Hi Diane,"}
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.shouting import shouts
from replyctl.reading.subject import core

SEVERITY = Severity.WARNING
GROUP = "subject"
SOURCE = ("B2", "B9")


def check(draft: Draft) -> Violations:
    """The first run of shouted words in the subject."""
    if draft.subject is None:
        return
    run = next(shouts(draft.subject, core(draft.subject)), None)
    if run:
        yield at(draft.subject, *run, "The subject shouts: write it in small letters.")
