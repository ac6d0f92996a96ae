"""`replyctl reply`: the answer to a customer's mail."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from replyctl.cli.compose import SAY, WHOM, compose
from replyctl.cli.help import REPLIES
from replyctl.cli.shared_flags import with_flags_of
from replyctl.cli.snippets import complete
from replyctl.errors import UsageError

if TYPE_CHECKING:
    from replyctl.cli.streams import Streams

_EARLIER = ("snippets", "resume", "again")
"""Flags of compose that begin a reply in another way."""


def register(app: typer.Typer) -> None:
    """Add `reply`."""
    app.command("reply", rich_help_panel=REPLIES)(reply)


def run_default(streams: Streams) -> bool:
    """`replyctl` without arguments: reply to the mail on stdin. Returns whether there was one."""
    if not streams.piped():
        return False
    _run("-", {}, streams)
    return True


@with_flags_of(compose, without=_EARLIER)
def reply(
    ctx: typer.Context,
    mail: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MAIL|-]", show_default=False, help="The customer's mail (default, or -: stdin)."),
    ] = None,
    snippets: Annotated[
        list[str] | None,
        typer.Option(
            "--snippet", metavar="NAME", autocompletion=complete, rich_help_panel=SAY, help="A snippet. Repeatable."
        ),
    ] = None,
    quote: Annotated[
        bool, typer.Option("--quote", rich_help_panel=SAY, help="Put what the customer wrote below the reply.")
    ] = False,
    cc: Annotated[
        list[str] | None,
        typer.Option("--cc", metavar="ADDRESS", rich_help_panel=WHOM, help="Who gets a copy. Repeatable."),
    ] = None,
    **shared: Any,  # noqa: ANN401 - the flags of compose, of any type
) -> None:
    """Answer a customer's mail: name, order, language and thread come from it; each of its questions gets an answer."""
    if mail and len(mail) > 1:
        raise UsageError("one mail is answered at a time", hint=f"replyctl reply {shlex.quote(mail[0])}")
    _run(mail[0] if mail else "-", {**shared, "snippets": snippets, "quote": quote, "cc": cc}, ctx.obj)


def _run(mail: str, flags: Mapping[str, Any], streams: Streams) -> None:
    from replyctl import config
    from replyctl.cli import composer
    from replyctl.cli.answered_mail import answered
    from replyctl.cli.request import Request

    if mail == "-" == flags.get("data"):
        raise UsageError("the mail and --data - cannot both come from stdin", hint="name a file for one of them")
    request = Request.of(flags, streams)
    case = answered(mail, config.load(), request, streams)
    composer.run(replace(request, start=replace(request.start, mail=case)), streams)
