"""The reply as one JSON object: every field, the origin of each value, and the problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.output import header_lines, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem
    from replyctl.output.header_lines import Mailbox


def render(reply: Reply, *, problems: Sequence[Problem] = ()) -> str:
    """One object on several lines; dates in ISO form, money as "49.90 EUR"."""
    from json import dumps

    shown = {
        "subject": header_lines.subject(reply),
        "body": text.render(reply),
        "to": _address(header_lines.recipient(reply)),
        "cc": [mail for _, mail in header_lines.copies(reply)],
        "references": header_lines.thread(reply),
        "language": reply.language,
        "direction": reply.direction,
        "tone": reply.tone,
        "kind": reply.kind,
        "snippets": reply.snippets,
        "values": {name: {"value": _plain(one.value), "origin": one.origin} for name, one in reply.values.items()},
        "problems": [problem.as_dict() for problem in problems],
        "attachments": [{"name": one.name, "size": one.size} for one in reply.attachments],
    }
    return f"{dumps(shown, ensure_ascii=False, indent=2)}\n"


def _address(mailbox: Mailbox | None) -> str | None:
    return mailbox[1] if mailbox else None


def _plain(value: object) -> object:
    from datetime import date

    if value is None or isinstance(value, str | int | float | tuple | list | dict):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
