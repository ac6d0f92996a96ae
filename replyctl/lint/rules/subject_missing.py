"""Give every mail a subject.

A mail without one looks like spam, and nobody finds it again.

Bad: {subject: "", body: "Hi Diane,"}
Good: {subject: "Order HW-659 ships on Friday", body: "Hi Diane,"}
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at

SEVERITY = Severity.ERROR
GROUP = "subject"
SOURCE = ("B2",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """The subject where it is known and blank."""
    if draft.subject is not None and not draft.subject.text.strip():
        yield at(draft.subject, 0, 0, "The subject is empty: name the matter and its reference.")
