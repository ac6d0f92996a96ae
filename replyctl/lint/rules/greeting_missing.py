r"""Begin with a greeting.

Bad: {body: "Your order HW-659 ships on Friday.\n\nKind regards,\nDana"}
Good: {body: "Hi Diane,\n\nYour order HW-659 ships on Friday.\n\nKind regards,\nDana"}
"""

from replyctl.lint.rule import Draft, Severity, Violation, Violations

SEVERITY = Severity.WARNING
GROUP = "greeting"
SOURCE = ("B10",)


def check(draft: Draft) -> Violations:
    """A body with words in it, but without a greeting."""
    if draft.language.limits and draft.own_words and not draft.body.zones.greeting_end:
        yield Violation("No greeting: begin with the customer's name.")
