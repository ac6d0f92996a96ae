r"""Greet a person, not an office.

Bad: {body: "Dear Sir or Madam,\n\nYour order ships on Friday."}
Good: {body: "Hello,\n\nYour order ships on Friday."}
"""

from replyctl.lint.rule import Severity, phrases

SEVERITY = Severity.WARNING
GROUP = "greeting"
SOURCE = ("B10",)

check = phrases(
    "greeting-stiff",
    "Too stiff: greet by name, or plainly if it is not known.",
    zones=frozenset({"greeting"}),
    once=True,
)
