"""A whole message, RFC 5322, 2047 and MIME, marked unsent so that mail programs open it for review.

Lines end in CRLF, as the standard says; sendmail, msmtp, Thunderbird and Outlook all accept that. There is no Date and
no Message-ID, since the sending program adds both, unless the message is to be complete, for `sendmail -t`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.errors import MissingValues
from replyctl.library.attached_file import content
from replyctl.output import header_lines, text
from replyctl.output.mime_parts import whole
from replyctl.output.read_back import check

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem


def render(reply: Reply, *, problems: Sequence[Problem] = (), complete: bool = False) -> str:
    """The message, all ASCII; `complete` with Date and Message-ID.

    The snippets' files are attached. DataError if one cannot be read, OutputError if a mail program would read something else than the reply; MissingValues if a complete one lacks
    whom it is from, or to.
    """
    body = text.render(reply, problems=problems)
    files = [(one.name, content(one)) for one in reply.attachments]
    carried, below = whole(body, files)
    headers = {
        **dict(_headers(reply)),
        **(_sent(reply) if complete else {"X-Unsent": "X-Unsent: 1\r\n"}),
        "MIME-Version": "MIME-Version: 1.0\r\n",
        **carried,
    }
    message = f"{''.join(headers.values())}\r\n{below}"
    check(message, reply, body, [*headers], files)
    return message


def _headers(reply: Reply) -> Iterator[tuple[str, str]]:
    """The headers of the reply itself, by name."""
    for name, mailbox in (("From", header_lines.sender(reply)), ("To", header_lines.recipient(reply))):
        if mailbox:
            yield name, header_lines.folded_mailbox(name, mailbox)
    if copies := [mail for _, mail in header_lines.copies(reply)]:
        yield "Cc", header_lines.folded_items("Cc", copies, ",")
    yield "Subject", header_lines.folded("Subject", header_lines.subject(reply))
    if ids := header_lines.thread(reply):
        yield "In-Reply-To", header_lines.folded_items("In-Reply-To", ids[-1:])
        yield "References", header_lines.folded_items("References", ids)


def _sent(reply: Reply) -> dict[str, str]:
    """Date and Message-ID. The id has the sender's domain: this computer's own name is nobody's business."""
    from email.utils import formatdate, make_msgid

    sender, recipient = header_lines.sender(reply), header_lines.recipient(reply)
    if sender is None or recipient is None:
        missing = (*(("agent.contact",) if sender is None else ()), *(("customer.email",) if recipient is None else ()))
        hint = f"--complete needs an e-mail address there, as in --set {missing[0]}=…"
        raise MissingValues(f"no e-mail address in {' and '.join(missing)}", hint=hint, missing=missing)
    return {
        "Date": f"Date: {formatdate(localtime=True)}\r\n",
        "Message-ID": f"Message-ID: {make_msgid(domain=sender[1].rpartition('@')[2])}\r\n",
    }
