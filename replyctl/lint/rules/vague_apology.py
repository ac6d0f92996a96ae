"""Name what went wrong when you apologise.

"Sorry for any inconvenience" could stand in every mail and comforts nobody: a full apology regrets, names the fault, takes
responsibility and repairs.

Bad: We apologise for any inconvenience this may have caused. Your refund is on its way.
Good: I am sorry that your lamp arrived with a cracked base. Your refund is on its way.
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at
from replyctl.text.apology import apologies

SEVERITY = Severity.WARNING
GROUP = "apology"
SOURCE = ("B12",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """The first vague apology, where no apology in the mail names the fault."""
    found = apologies(draft.body)
    if found and not any(apology.specific for apology in found):
        sentence = found[0].sentence
        message = "The apology does not name what went wrong: say what happened, whose it was, and how it is put right."
        yield at(draft.body, sentence.start, sentence.end, message)
