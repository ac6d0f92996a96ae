r"""Sign off politely.

A mail that just stops reads as cut off or cross.

Bad: {body: "Hi Diane, your order HW-659 ships on Friday."}
Good: {body: "Hi Diane, your order HW-659 ships on Friday.\n\nKind regards,\nDana"}
"""

from replyctl.lint.rule import Draft, Severity, Violation, Violations

SEVERITY = Severity.WARNING
GROUP = "thanks"
SOURCE = ("B25",)


def check(draft: Draft) -> Violations:
    """A body with words in it, but without a sign-off."""
    if draft.language.limits and draft.own_words and draft.body.zones.closing == (0, 0):
        yield Violation("No sign-off: end with a line such as the team's usual closing, and your name.")
