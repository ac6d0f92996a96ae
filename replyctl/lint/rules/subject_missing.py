"""Give every mail a subject.

A mail without one looks like spam, and nobody finds it again.

Bad: {subject: "", body: "Hi Diane,"}
Good: {subject: "Order HW-659 ships on Friday", body: "Hi Diane,"}
"""

from replyctl.lint.rule import Draft, Severity, Violations, at

SEVERITY = Severity.ERROR
GROUP = "subject"
SOURCE = ("B2",)


def check(draft: Draft) -> Violations:
    """A subject that is known to be empty."""
    if draft.subject is not None and not draft.subject.text.strip():
        yield at(draft.subject, 0, 0, "The subject is empty: name the matter and its reference.")
