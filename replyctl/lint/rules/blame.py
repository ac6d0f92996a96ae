"""Do not blame the customer.

Blame, and its polite cousins ("as I already said"), win the point and lose the customer.

Bad: You failed to attach the invoice.
Good: Please attach the invoice, and I will book the refund today.
"""

from replyctl.lint.rule import OWN, Severity, phrases

SEVERITY = Severity.WARNING
GROUP = "voice"
SOURCE = ("B24",)

check = phrases("blame", "This blames: say what to do next instead.", zones=OWN)
