"""Write three or more steps as a list.

A reader who follows instructions looks away after each step and must find the place again.

Bad: Open the app, tap Settings and then select Reset. Finally restart the lamp.
Good: I opened your order, checked the address and sent you a new label.
"""

from typing import NamedTuple

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.steps import in_prose

SEVERITY = Severity.WARNING
GROUP = "form"
SOURCE = ("B16",)


class Options(NamedTuple):
    """How many steps call for a list."""

    steps: int = 3


def check(draft: Draft, options: Options) -> Violations:
    """Each paragraph with that many instructions in a row."""
    for steps in in_prose(draft.body):
        if steps.number >= options.steps:
            yield at(
                draft.body, steps.start, steps.end, f"{steps.number} steps in running text: number them, one per line."
            )
