"""Write plain words, not office words.

Bad: Please be advised that your order ships on Friday.
Good: Your order ships on Friday.
"""

from replyctl.lint.rule import MESSAGE, Severity, phrases

SEVERITY = Severity.SUGGESTION
GROUP = "voice"
SOURCE = ("B22",)

check = phrases(
    "stiff",
    "'{text}' is stiff{better}.",
    zones=MESSAGE | {"closing"},
    when=lambda draft: not draft.is_refusal,  # a refusal may be formal
)
