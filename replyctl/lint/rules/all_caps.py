"""Do not write in capitals.

Capitals read as shouting, and they are harder to read.

Bad: Please DO NOT send it back before Friday.
Good: Please scan the PDF with the FAQ and press the START button.
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.shouting import shouts

SEVERITY = Severity.WARNING
GROUP = "voice"
SOURCE = ("B9",)


def check(draft: Draft) -> Violations:
    """Each run of shouted words in the body."""
    for start, end in shouts(draft.body):
        yield at(draft.body, start, end, "This shouts: write it in small letters, and let the words carry the weight.")
