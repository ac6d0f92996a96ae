"""The answer to a mail about an order that comes late, in a script."""

from __future__ import annotations

ANSWER = (
    *("reply", "--no-input", "--snippet", "order-delayed"),
    *("--set", "new_date=2030-03-04", "--set", "reason=a strike"),
)
