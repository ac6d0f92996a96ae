"""A mail's Case as a person reads it: what matters for the answer first, then what the customer wrote."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from replyctl.language import available, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.mail.case import CustomerCase

_LABEL = 10
_LATE = 1
"""Days after which it is said how long a mail has waited."""


def view(case: CustomerCase, most: int | None = None) -> str:
    """The text, which ends in a newline; `most` lines of what the customer wrote, all of them if None."""
    lines = [f"{label:<{_LABEL}}{value}" for label, value in _facts(case) if value]
    if case.questions and not case.machine:
        lines += ["", "Questions", *(f"  {number}. {one}" for number, one in enumerate(case.questions, 1))]
    if case.own_text:
        said = case.own_text.splitlines()
        lines += ["", *(f"  {line}".rstrip() for line in said[:most])]
        if most is not None and len(said) > most:
            lines.append(f"  … {len(said) - most} more lines: `replyctl read -f json` has them all")
    return "\n".join(lines) + "\n"


def _facts(case: CustomerCase) -> Iterator[tuple[str, str]]:
    yield "From", _who(case)
    yield "Subject", case.subject
    yield "Sent", _sent(case.sent)
    others = ", ".join(case.orders[1:])
    yield "Order", f"{case.order} (also named: {others})" if others else case.order
    yield "Language", _language(case.language)
    yield "Attached", ", ".join(case.attachments)
    if case.machine:
        yield "Auto", f"{case.machine}: nothing to answer"
    if case.is_own:
        yield "Own", "this mail is from one of your own addresses: nothing to answer"
    if case.angry:
        yield "Angry", "wait a moment before you send the answer"
    for note in case.notes:
        yield "Note", note
    if case.left_out:
        yield "Note", f"{case.left_out} line{'s' * (case.left_out > 1)} of quoted mail left out"


def _who(case: CustomerCase) -> str:
    name = " ".join(filter(None, (case.title, case.name)))
    called = f" (call them {case.preferred})" if case.preferred else ""
    address = case.reply_to or case.sender
    return f"{name}{called} <{address}>".strip() if address else f"{name}{called}"


def _sent(sent: str) -> str:
    if not sent:
        return ""
    moment = datetime.fromisoformat(sent)
    days = (datetime.now(moment.tzinfo) - moment).days
    waited = f" ({days} day{'s' * (days > 1)} ago)" if days >= _LATE else ""
    return f"{moment:%Y-%m-%d %H:%M}{waited}"


def _language(tag: str) -> str:
    base = tag.partition("-")[0]
    return f"{load(base).name} ({tag})" if base in available() else tag
