"""What happens to a finished reply: held back, or written and copied, whole and at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.cli import reply_lint
from replyctl.cli.streams import ReaderGone, Unprinted
from replyctl.errors import MissingValues, OutputError, Withheld
from replyctl.files import write_atomic
from replyctl.memory import last
from replyctl.output import FORMATS, HEADED

if TYPE_CHECKING:
    from pathlib import Path

    from replyctl.cli.chosen_engine import ChosenEngine
    from replyctl.cli.request import Request
    from replyctl.cli.streams import Streams
    from replyctl.compose.reply import Reply
    from replyctl.config import Settings
    from replyctl.lint.problem import Problem
    from replyctl.lint.proof import Proof


def hand_over(  # noqa: PLR0913 - the reply and everything that decides where it goes
    reply: Reply,
    request: Request,
    streams: Streams,
    settings: Settings,
    proofreading: ChosenEngine,
    *,
    strict: bool,
    reviewed: bool = False,
) -> None:
    """Keep the reply as the last one and deliver it as the command line says; `reviewed` if its problems were seen.

    Raises Withheld if `strict` and a problem is at or above the fail level (stdout then gets nothing), and OutputError
    if stdout, the file or the clipboard cannot be written.
    """
    content, found = rendered(reply, request, settings, proofreading.proof)
    alone = request.format == "json"  # with JSON only an error goes to stderr
    if not alone:
        proofreading.tell()
        for line in (*reply.notices, *_unattached(reply, request)):
            streams.tell(f"notice: {line}")
    held = reply_lint.holding(found, request.level) if strict else []
    if found and not alone and (held or not reviewed):
        columns = streams.columns() if streams.stderr_is_terminal else None
        streams.tell(reply_lint.lines(reply, found, columns).rstrip("\n"))
    if held:
        rules = ", ".join(dict.fromkeys(one.rule for one in held))
        told = f"the reply is held back: {reply_lint.counted(held)} ({rules})"
        raise Withheld(
            f"{told}\n{reply_lint.lines(reply, found).rstrip()}" if alone else told,
            hint="fix it, or print it anyway with --fail-level never",
        )
    reply = as_sent(reply)
    kept = _kept(reply, streams, silent=alone)
    try:
        _copy(reply, request, streams)
        if request.format == "text":
            streams.tell(f"Subject: {reply.subject}" if reply.subject else "notice: this reply has no subject")
        if request.output:
            save(content, request.output)
        else:
            _write(content, streams)
    except OutputError as error:
        error.hint = "; ".join(filter(None, (error.hint, kept)))
        raise


def _unattached(reply: Reply, request: Request) -> list[str]:
    """A notice for each file that the format cannot hold."""
    if request.format == "eml":
        return []
    return [f"-f {request.format} holds no files; attach {one.path or one.name} yourself" for one in reply.attachments]


def _write(content: str, streams: Streams) -> None:
    """Unprinted, also if the reader is gone: who reads a report may have had enough, a reply is wanted whole."""
    try:
        streams.write(content)
    except ReaderGone as error:
        raise Unprinted(error.message) from error


def _kept(reply: Reply, streams: Streams, *, silent: bool) -> str:
    """Keep the reply as the last one. Returns the hint how to print it, "" if it cannot be kept."""
    try:
        last.save(reply)
    except OutputError as error:
        if not silent:
            streams.tell(f"notice: this reply cannot be kept for --again: {error}")
        return ""
    return "print the reply with `replyctl compose --again`"


def rendered(reply: Reply, request: Request, settings: Settings, proof: Proof) -> tuple[str, list[Problem]]:
    """The reply in the requested format and width, and its problems with offsets into that body.

    MissingValues for a format with headers where there is no subject.
    """
    if request.format in HEADED and not reply.subject:
        raise MissingValues("no value for subject", hint="a draft needs one: --set subject=…", missing=("subject",))
    if request.wrap:
        from replyctl.compose.page.edited import with_body
        from replyctl.output.text import wrap

        reply = with_body(reply, wrap(reply.body, request.wrap))
    found = reply_lint.problems(reply, settings, proof)
    options = {"complete": True} if request.complete else {}
    return FORMATS[request.format](as_sent(reply), problems=found, **options), found


def as_sent(reply: Reply) -> Reply:
    """The reply without lint directives."""
    from replyctl.text.directives import without

    body = without(reply.body)
    if body == reply.body:
        return reply
    from replyctl.compose.page.edited import with_body

    return with_body(reply, body)


def save(content: str, path: Path) -> None:
    """Write `content` to a file atomically. Raises OutputError."""
    write_atomic(path, content.encode("utf-8", "replace"))


def _copy(reply: Reply, request: Request, streams: Streams) -> None:
    wanted = (("body", request.copy, reply.body), ("subject", request.copy_subject, reply.subject))
    for name, asked, text in wanted:
        if asked:
            from replyctl.deliver import clipboard

            streams.tell(f"{name}: {clipboard.copy(text)}")
