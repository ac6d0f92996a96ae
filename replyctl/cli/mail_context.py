"""The lint context that a customer's mail gives, and the mail named by an option."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.cli.inputs import json_object
from replyctl.errors import DataError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from replyctl.cli.linter import Flags
    from replyctl.cli.streams import Streams
    from replyctl.config import Settings
    from replyctl.mail.case import CustomerCase


def shared_context(flags: Flags, settings: Settings, streams: Streams) -> Mapping[str, Any]:
    """What is known about every draft of a lint run: the file of `--context`, then the customer's mail."""
    context = json_object(flags.context, "--context")
    if flags.reply_to is None:
        return context
    if flags.reply_to == "-" and "-" in (flags.files or ("-",)):
        raise UsageError("--reply-to - and the draft cannot both come from stdin", hint="name a file for one of them")
    tell = lambda line: streams.tell(f"notice: {line}")  # noqa: E731 - a word for it
    return with_mail(context, case_in(flags.reply_to, settings, streams, tell))


def case_in(path: str, settings: Settings, streams: Streams, tell: Callable[[str], None]) -> CustomerCase:
    """The mail in a file, `-` for stdin; the first if there are several. DataError if it cannot be read."""
    from replyctl.cli.mail_inputs import Reader  # with the whole of mail/, which no other lint run needs

    mails = Reader(settings).mails((path,) if path != "-" else (), streams)
    first = next(mails, None)
    if first is None or first.case is None:
        raise (first.error if first and first.error else DataError("no mail to read"))
    if next(mails, None):
        tell(f"{path if path != '-' else 'stdin'} holds several mails; the first is taken")
    return first.case


def with_mail(context: Mapping[str, Any], case: CustomerCase) -> dict[str, Any]:
    """`context` with what the mail tells; what is given in it already stays."""
    told = {"name": case.name, "title": case.title, "preferred": case.preferred, "email": case.reply_to}
    known = {key: value for key, value in told.items() if value}
    given = context.get("customer")
    customer = {**known, **given} if isinstance(given, dict) else given or known
    case_ = {"order": case.order, "incoming": case.own_text, "received": case.sent}
    before = {"first_contact": False} if case.answered_before else {}
    return {
        **{key: value for key, value in case_.items() if value},
        **before,
        **context,
        **({"customer": customer} if customer else {}),
    }
