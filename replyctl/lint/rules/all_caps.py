"""Do not write in capitals.

Capitals read as shouting, and they are harder to read.

Bad: Please DO NOT send it back before Friday.
Good: Please scan the PDF with the FAQ and press the START button.
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at
from replyctl.reading.shouting import shouts

SEVERITY = Severity.WARNING
GROUP = "voice"
SOURCE = ("B9",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each run of shouted words in the body."""
    for start, end in shouts(draft.body):
        yield at(draft.body, start, end, "This shouts: write it in small letters, and let the words carry the weight.")
