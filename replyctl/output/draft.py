"""A draft as terminal mail clients take it: headers in raw UTF-8, one line each, a blank line, the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.output import header_lines, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem


def render(reply: Reply, *, problems: Sequence[Problem] = ()) -> str:
    """From and To if known, Subject, and the body as in `text`; LF line ends."""
    mailboxes = (("From", header_lines.sender(reply)), ("To", header_lines.recipient(reply)))
    lines = [f"{name}: {header_lines.raw(mailbox)}\n" for name, mailbox in mailboxes if mailbox]
    subject = f"Subject: {header_lines.literal(header_lines.subject(reply))}".rstrip()
    return f"{''.join(lines)}{subject}\n\n{text.render(reply, problems=problems)}"
