r"""Begin with a greeting.

Bad: {body: "Your order HW-659 ships on Friday.\n\nKind regards,\nDana"}
Good: {body: "Hi Diane,\n\nYour order HW-659 ships on Friday.\n\nKind regards,\nDana"}
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity

SEVERITY = Severity.WARNING
GROUP = "greeting"
SOURCE = ("B10",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """A body with words in it that does not greet."""
    if draft.language.limits and draft.own_words and not draft.body.zones.greeting_end:
        yield Finding("No greeting: begin with the customer's name.")
