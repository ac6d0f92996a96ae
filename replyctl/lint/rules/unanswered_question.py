r"""Answer everything that was asked.

A question left open brings a second mail, and a crosser one.

Bad: {body: "Hi Diane,\n\nThe lamp ships on Friday.", context: {incoming: "When does the lamp ship? Can I pay with a gift card?"}}
Good: {body: "Hi Diane,\n\nThe lamp ships on Friday, and yes, gift cards are fine.", context: {incoming: "When does the lamp ship? Can I pay with a gift card?"}}
"""

from replyctl.lint.rule import Draft, Severity, Violation, Violations

SEVERITY = Severity.WARNING
GROUP = "answers"
SOURCE = ("B15",)


def check(draft: Draft) -> Violations:
    """Each question in the customer's newest text that is neither answered nor deferred to a time."""
    for answer in draft.answers:
        if answer.status == "open":
            yield Violation(f"Not answered: {answer.question.text}")
