r"""Send a link in place of heavy attachments.

Bad: {body: "Hi Diane,\n\nThe manual is attached.", context: {attachments: [{name: manual.pdf, size: 250000}]}}
Good: {body: "Hi Diane,\n\nThe invoice is attached.", context: {attachments: [{name: invoice.pdf, size: 25000}]}}
"""

from typing import NamedTuple

from replyctl.lint.rule import Draft, Severity, Violation, Violations

SEVERITY = Severity.WARNING
GROUP = "policy"
SOURCE = ("B6",)


class Options(NamedTuple):
    """The most bytes that all attachments together may have."""

    max: int = 102_400


def check(draft: Draft, options: Options) -> Violations:
    """Attachments that are too large together; those of unknown size count as nothing."""
    total = sum(attachment.size or 0 for attachment in draft.context.attachments or ())
    if total > options.max:
        size = f"{round(total / 1024)} KB ({total} bytes, a third more once encoded)"
        yield Violation(f"Attachments of {size}, over {options.max // 1024} KB: upload them and send a link.")
