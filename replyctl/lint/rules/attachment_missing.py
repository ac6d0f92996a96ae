r"""Attach what you say is attached.

Bad: {body: "Hi Diane,\n\nThe invoice is attached.", context: {attachments: []}}
Good: {body: "Hi Diane,\n\nPlease attach the invoice.", context: {attachments: []}}
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at_words

SEVERITY = Severity.ERROR
GROUP = "policy"
SOURCE = ("B6",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """The first claim of an attachment in a mail known to have none."""
    if draft.context.attachments is None or draft.context.attachments:
        return
    piece = draft.body
    for hit in piece.find("attaching"):
        if piece.zone_of(piece.starts[hit.first]) in {"body", "list"}:
            yield at_words(piece, hit.first, hit.last, "Nothing is attached: attach it, or send a link.")
            return
