"""The lint context that a customer's mail gives, and the mail named by an option."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.cli.inputs import json_object
from replyctl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from replyctl.cli.lint_flags import Flags
    from replyctl.cli.streams import Streams
    from replyctl.config import Settings
    from replyctl.mail.case import CustomerCase


def shared_context(flags: Flags, mail: CustomerCase | None) -> Mapping[str, Any]:
    """What is known about every draft of a lint run: the file of `--context`, then the customer's mail."""
    context = json_object(flags.context, "--context")
    return with_mail(context, mail) if mail else context


def answered_mail(flags: Flags, settings: Settings, streams: Streams) -> CustomerCase | None:
    """The customer's mail that the drafts of a lint run answer, None if none is named."""
    if flags.reply_to is None:
        return None
    if flags.reply_to == "-" and "-" in (flags.files or ("-",)):
        raise UsageError("--reply-to - and the draft cannot both come from stdin", hint="name a file for one of them")
    case = case_in(flags.reply_to, settings, streams)
    nobody = case.machine or ("from one of your own addresses" if case.is_own else "")
    if nobody:
        streams.tell(f"notice: nobody waits for this answer: the mail is {nobody}")
    return dated(case, lambda line: streams.tell(f"notice: {line}"))


def dated(case: CustomerCase, tell: Callable[[str], None]) -> CustomerCase:
    """The mail without a date that is too old to be believed; tells of it."""
    from datetime import UTC, datetime

    from replyctl.compose.values.waited import is_doubtful

    if not case.sent:
        return case
    sent, now = datetime.fromisoformat(case.sent).astimezone(UTC), datetime.now(UTC)
    if not is_doubtful(sent, now):
        return case
    tell(f"by its date the mail is {(now - sent).days} days old ({sent:%Y-%m-%d}): no wait is counted from it")
    return case._replace(sent="")


def case_in(path: str, settings: Settings, streams: Streams) -> CustomerCase:
    """The mail in a file, `-` for stdin. DataError if it cannot be read, or if there are several."""
    from replyctl.cli.mail_inputs import Reader  # with the whole of mail/, which no other lint run needs

    return Reader(settings).one(path, streams)


def with_mail(context: Mapping[str, Any], case: CustomerCase) -> dict[str, Any]:
    """`context` with what the mail tells; what is given in it already stays.

    Whoever uses the word that the mail is signed with may know that it is a nickname.
    """
    called = case.preferred or case.signed_as
    told = {"name": case.name, "title": case.title, "preferred": called, "email": case.reply_to}
    known = {key: value for key, value in told.items() if value}
    given = context.get("customer")
    customer = {**known, **given} if isinstance(given, dict) else given or known
    own = case.own_text.casefold()
    is_sure = all(one.casefold() in own for one in case.orders[1:])  # one in the subject alone may be the one meant
    case_ = {"order": case.order if is_sure else "", "incoming": case.own_text, "received": case.sent}
    before = {"first_contact": False} if case.answered_before else {}
    return {
        **{key: value for key, value in case_.items() if value},
        **before,
        **context,
        **({"customer": customer} if customer else {}),
    }
