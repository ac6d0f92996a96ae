r"""Attach what you say is attached.

Bad: {body: "Hi Diane,\n\nThe invoice is attached.", context: {attachments: []}}
Good: {body: "Hi Diane,\n\nPlease attach the invoice.", context: {attachments: []}}
"""

from replyctl.lint.rule import MESSAGE, Severity, phrases

SEVERITY = Severity.ERROR
GROUP = "policy"
SOURCE = ("B6",)

check = phrases(
    "attaching",
    "Nothing is attached: attach it, or send a link.",
    zones=MESSAGE,
    once=True,
    when=lambda draft: draft.context.attachments == (),
)
