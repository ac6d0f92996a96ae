"""Say in the subject what the mail is about.

"Your request" fits every mail; the customer cannot tell it from the last one, nor find it again.

Bad: {subject: "Your request", body: "Hi Diane,"}
Good: {subject: "Refund for order HW-659 is on its way", body: "Hi Diane,"}
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.content_words import content
from replyctl.reading.subject import core, is_reply

SEVERITY = Severity.WARNING
GROUP = "subject"
SOURCE = ("B2",)


def check(draft: Draft) -> Violations:
    """A subject made only of fillers; just a suggestion in a thread, where the customer chose it."""
    piece = draft.subject
    if piece is None or not draft.language.limits:
        return
    start, end = core(piece), len(piece.text.rstrip())
    words = [index for index in range(len(piece.words)) if piece.starts[index] >= start and piece.words[index] != "¶"]
    if not words or any(True for _ in content(piece, words[0], words[-1] + 1, "subject-fillers", ids=True)):
        return
    order = draft.context.order
    candidate = f", for example with the reference {order}" if order else ""
    severity = Severity.SUGGESTION if is_reply(piece) else None
    yield at(piece, start, end, f"The subject would fit any mail: name the matter{candidate}.", severity=severity)
