"""Say so when the answer comes late.

Bad: {body: "Hi Diane, your order ships on Friday.", context: {received: 2026-11-16, now: 2026-11-25}}
Good: {body: "Hi Diane, thank you for your patience. Your order ships on Friday.", context: {received: 2026-11-16, now: 2026-11-25}}
"""

from datetime import timedelta
from typing import NamedTuple

from replyctl.lint.rule import Draft, Severity, Violation, Violations

SEVERITY = Severity.WARNING
GROUP = "commitment"
SOURCE = ("B21",)


class Options(NamedTuple):
    """After how many days an answer is late."""

    days: int = 3


def check(draft: Draft, options: Options) -> Violations:
    """A reply that came too late, without a word about it."""
    received, now = draft.context.received, draft.context.now
    if received is None or now is None or not draft.language.limits:
        return
    waited = now - received
    if waited <= timedelta(days=options.days):
        return
    if not draft.body.find("late-words"):
        yield Violation(
            f"The customer has waited {(now.date() - received.date()).days} days for this answer: say a word about it."
        )
