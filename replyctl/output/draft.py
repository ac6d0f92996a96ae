"""A draft as terminal mail clients take it: headers in raw UTF-8, one line each, a blank line, the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.output import header_lines, text
from replyctl.output.read_back import check_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem
    from replyctl.output.header_lines import Mailbox


def render(reply: Reply, *, problems: Sequence[Problem] = ()) -> str:
    """From and To if known, Cc, Subject, the thread, and the body as in `text`; LF line ends.

    OutputError if it would read otherwise.
    """
    ids = header_lines.thread(reply)
    known = {
        "From": _raw(header_lines.sender(reply)),
        "To": _raw(header_lines.recipient(reply)),
        "Cc": _raw(*header_lines.copies(reply)),
        "Subject": header_lines.literal(header_lines.subject(reply)),
        "In-Reply-To": "".join(ids[-1:]),
        "References": " ".join(ids),
    }
    headers = {name: value for name, value in known.items() if value or name == "Subject"}
    body = text.render(reply, problems=problems)
    lines = "".join(f"{name}: {value}".rstrip() + "\n" for name, value in headers.items())
    draft = f"{lines}\n{body}"
    check_draft(draft, reply, body, [*headers])
    return draft


def _raw(*mailboxes: Mailbox | None) -> str:
    return ", ".join(header_lines.raw(mailbox) for mailbox in mailboxes if mailbox)
