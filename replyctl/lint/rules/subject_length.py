"""Keep the subject short enough to be read whole.

Mail programs cut a subject off after about 60 characters, phones after half of that.

Bad: {subject: "About the question that you asked us last week regarding the delivery of your order HW-659", body: "Hi Diane,"}
Good: {subject: "Order HW-659: delivery on Friday", body: "Hi Diane,"}
"""

from typing import NamedTuple

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.subject import core

SEVERITY = Severity.WARNING
GROUP = "subject"
SOURCE = ("B2",)
_DEFAULT = 60


class Options(NamedTuple):
    """The most characters; 0: the language's own limit."""

    max: int = 0


def check(draft: Draft, options: Options) -> Violations:
    """A subject that is longer than the limit, without prefixes and ticket tags."""
    if draft.subject is None:
        return
    limit = options.max or draft.language.limits.get("subject", _DEFAULT)
    start, end = core(draft.subject), len(draft.subject.text.rstrip())
    if end - start > limit:
        message = f"The subject has {end - start} characters; mail programs show about {limit}. Keep its key words."
        yield at(draft.subject, start, end, message)
