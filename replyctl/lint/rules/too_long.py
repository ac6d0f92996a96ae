"""Keep the reply short; what is long belongs behind a link.

Bad: {body: "word word", options: {max: 1}}
Good: Your order HW-659 ships on Friday.
"""

from typing import NamedTuple

from replyctl.lint.rule import Draft, Severity, Violation, Violations

SEVERITY = Severity.WARNING
GROUP = "form"
SOURCE = ("B17",)


class Options(NamedTuple):
    """The most words (Chinese: characters) of own text; 0: the language's own limit."""

    max: int = 0
    suggest: int = 0


def check(draft: Draft, options: Options) -> Violations:
    """Own text over the limit, without quotes and signature."""
    limits, count = draft.language.limits, draft.own_words
    high = options.max or limits.get("words", 0)
    low = options.suggest or limits.get("words-suggestion", 0)
    unit = draft.language.units
    if high and count > high:
        yield Violation(f"{count} {unit}, over {high}: say what matters, and link the rest.")
    elif low and count > low:
        yield Violation(f"{count} {unit}, over {low}: could some of it go behind a link?", severity=Severity.SUGGESTION)
