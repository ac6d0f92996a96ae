"""Keep heaps of marks and ornaments out of the subject.

Spam filters count them, and readers take them for advertising.

Bad: {subject: "Order HW-659 shipped!!!", body: "Hi Diane,"}
Good: {subject: "Order HW-659: shipped?", body: "Hi Diane,"}
"""

import re

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.exclaimed import ends_a_name

SEVERITY = Severity.WARNING
GROUP = "subject"
SOURCE = ("B2",)
_HEAP = re.compile(
    r"[!?！？‼⁉]{2,}|[‼⁉]|\.{4,}|…{3,}|[~～*=_^]{2,}|-{3,}|[$€£¥]{2,}|[>»]{2,}|[<«]{2,}|-+>|[。，]{2,}"
    r"|[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]+\ufe0f?"
)
_EXCLAIM = re.compile(r"[!！]")


def check(draft: Draft) -> Violations:
    """The first run of marks or ornaments, or the second of scattered exclamation marks."""
    if draft.subject is None:
        return
    text = draft.subject.text
    heap = _HEAP.search(text)
    marks = [one for one in _EXCLAIM.finditer(text) if not ends_a_name(text, one.start(), draft.exclaimed_names)]
    if heap:
        yield at(draft.subject, heap.start(), heap.end(), f"Too many marks or ornaments in the subject: {heap.group()}")
    elif len(marks) > 1:
        yield at(draft.subject, marks[1].start(), marks[1].end(), "More than one exclamation mark in the subject.")
