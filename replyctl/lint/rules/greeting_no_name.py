r"""Greet the customer by name.

Bad: {body: "Dear Customer,\n\nYour order ships on Friday.", context: {customer: {name: Diane Smith}}}
Good: {body: "Hi Diane,\n\nYour order ships on Friday.", context: {customer: {name: Diane Smith}}}
"""

from replyctl.lint.rule import Draft, Severity, Violations, at

SEVERITY = Severity.WARNING
GROUP = "greeting"
SOURCE = ("B10",)


def check(draft: Draft) -> Violations:
    """A greeting without a name although it is known; an organisation may be greeted without its name."""
    name = draft.customer_name
    greeted = draft.greeted if name else None
    if greeted and not greeted.words and draft.customer.kind != "organisation":
        start, end = draft.body.zones.greeting
        yield at(draft.body, start, end, f"The greeting leaves out the customer's name ({name}).")
