"""Put the subject's key words first.

A phone shows the first 25 to 30 characters; product, reference, matter or action should be among them.

Bad: {subject: "This is about what you asked us on the phone: refund HW-659", body: "Hi Diane,"}
Good: {subject: "Refund for HW-659: what you asked us on the phone", body: "Hi Diane,"}
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.content_words import content
from replyctl.reading.subject import core

SEVERITY = Severity.SUGGESTION
GROUP = "subject"
SOURCE = ("B2",)
_DEFAULT = 30


def check(draft: Draft) -> Violations:
    """A subject whose first content word comes too late; `subject-generic` reports one without any."""
    piece = draft.subject
    if piece is None or not draft.language.limits:
        return
    start, shown = core(piece), draft.language.limits.get("subject-front", _DEFAULT)
    words = range(len(piece.words))
    first = next(
        (
            i
            for i in content(piece, 0, len(words), "subject-fillers", "subject-polite", ids=True)
            if piece.starts[i] >= start
        ),
        None,
    )
    if first is not None and piece.starts[first] - start >= shown:
        message = f"A phone shows the first {shown} characters of the subject, and they say nothing yet: begin with the matter."
        yield at(piece, start, piece.ends[first], message)
