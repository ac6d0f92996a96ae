"""Apologise once, well.

More than two apologies in a mail sound helpless and hide the repair.

Bad: Sorry for the late parcel. I apologise for the torn box. I am sorry that nobody called back.
Good: I am sorry for the late parcel and the torn box. We apologise for the missed call, too.
"""

from typing import NamedTuple

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.apology import apologies

SEVERITY = Severity.SUGGESTION
GROUP = "apology"
SOURCE = ("B12",)


class Options(NamedTuple):
    """How many apologies a mail may have."""

    max: int = 2


def check(draft: Draft, options: Options) -> Violations:
    """The last apology, if there are more than allowed."""
    found = [apology.sentence for apology in apologies(draft.body)]
    words = [hit for sentence in found for hit in draft.body.within(draft.body.find("regret-words"), sentence)]
    if len(words) > options.max:
        last = next(sentence for sentence in found if sentence.first <= words[-1].first < sentence.last)
        message = f"Apology number {len(words)}: once, with the fault named, is enough."
        yield at(draft.body, last.start, last.end, message)
