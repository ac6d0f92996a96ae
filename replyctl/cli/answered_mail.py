"""The customer's mail that a reply answers: one that somebody waits behind, with what the agent should know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.cli.mail_context import case_in, dated
from replyctl.errors import DataError
from replyctl.output.header_lines import address

if TYPE_CHECKING:
    from replyctl.cli.request import Request
    from replyctl.cli.streams import Streams
    from replyctl.config import Settings
    from replyctl.mail.case import CustomerCase


def answered(path: str, settings: Settings, request: Request, streams: Streams) -> CustomerCase:
    """The mail at `path`, `-` for stdin; tells what the agent should know. DataError for one that nobody waits behind."""
    tell = request.notice(streams)
    case = case_in(path, settings, streams)
    to = request.start.to
    if case.machine:
        hint = "`replyctl read` shows it; `replyctl compose --to ADDRESS` writes to somebody else"
        raise DataError(f"nothing to answer: this mail is {case.machine}", hint=hint)
    if case.is_own and not to:
        hint = "`replyctl read` shows it; --to ADDRESS answers somebody else"
        raise DataError("nothing to answer: this mail is from one of your own addresses", hint=hint)
    case = dated(case, tell)
    if case.angry:
        tell("the customer is angry: wait a moment before you send the answer")
    for line in case.notes:
        tell(line)
    if to and to.lower() != case.reply_to.lower():
        named = "" if "customer.name" in request.start.sets else "; --set customer.name=… names who reads it"
        tell(f"the answer goes to {to}, not to {case.reply_to or case.sender}{named}")
    if len(case.orders) > 1 and "order" not in request.start.sets:
        tell(f"the mail names {len(case.orders)} orders: {', '.join(case.orders)}; --set order=… chooses one")
    if left := [one for one in case.copied if one.lower() not in map(str.lower, request.start.cc)]:
        tell(f"left out of the answer: {', '.join(left)} (Cc of the mail); --cc ADDRESS puts one in")
    if case.reply_to and not address(case.reply_to):
        tell(f"{case.reply_to} is no address that a mail can be sent to; give one with --to")
        return case._replace(reply_to="")
    return case
