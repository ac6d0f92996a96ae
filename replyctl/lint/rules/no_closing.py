r"""Sign off politely.

A mail that just stops reads as cut off or cross.

Bad: {body: "Hi Diane, your order HW-659 ships on Friday."}
Good: {body: "Hi Diane, your order HW-659 ships on Friday.\n\nKind regards,\nDana"}
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity

SEVERITY = Severity.WARNING
GROUP = "thanks"
SOURCE = ("B25",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """A body with words in it and no line that signs off."""
    if draft.language.limits and draft.own_words and draft.body.zones.closing == (0, 0):
        yield Finding("No sign-off: end with a line such as the team's usual closing, and your name.")
