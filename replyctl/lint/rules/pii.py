"""Keep card numbers, bank accounts, ids and passwords out of mail.

A mail is read by more eyes than it was written for, and is kept for years.

Bad: We refunded your card 4111 1111 1111 1111 today.
Good: We refunded your card ending in 1111 today; your order is 4111 1111 1111 1112.
"""

from replyctl.lint.rule import Draft, Severity, Violations, at

SEVERITY = Severity.ERROR
GROUP = "policy"
SOURCE = ("B24",)


def check(draft: Draft) -> Violations:
    """Each sensitive stretch in subject and body, including quoted mail."""
    for piece, start, end, what in draft.sensitive:
        yield at(piece, start, end, f"This is {what}: leave it out, or keep its last four digits.")
