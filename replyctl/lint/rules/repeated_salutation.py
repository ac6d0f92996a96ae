r"""Greet once and sign off once.

A second greeting or sign-off shows that the reply was put together from other texts.

Bad: {body: "Hi Diane,\n\nHello Diane, thank you for the photos. A new lamp ships on Friday.\n\nKind regards,\nDana"}
Good: {body: "Hi Diane,\n\nThank you for the photos. A new lamp ships on Friday.\n\nThanks again,\nBest wishes,\nDana"}
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.salutations import greetings, sign_offs

SEVERITY = Severity.WARNING
GROUP = "greeting"
SOURCE = ("B18",)


def check(draft: Draft) -> Violations:
    """The second greeting and the second sign-off."""
    for found, what in ((greetings(draft.body), "greeting"), (sign_offs(draft.body), "sign-off")):
        for start, end in found:
            yield at(draft.body, start, end, f"A second {what}: one is enough.")
            break
