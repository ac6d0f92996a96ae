"""`replyctl read`: what a mail tells."""

from __future__ import annotations

from typing import Annotated

import typer

from replyctl.cli.help import REPLIES
from replyctl.cli.table_option import one_of

FORMATS = ("pretty", "json", "jsonl")
_BAD_INPUT = 3


def register(app: typer.Typer) -> None:
    """Add `read`."""
    app.command("read", rich_help_panel=REPLIES)(read)


def read(
    ctx: typer.Context,
    mails: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MAIL…|-]", help="Mails, mailbox files or maildirs (default, or -: stdin)."),
    ] = None,
    format_: Annotated[str, typer.Option("--format", "-f", **one_of(FORMATS), help="Output format.")] = "pretty",
) -> None:
    """Show what replyctl understands of customers' mails: who writes, about what, and what is asked."""
    from replyctl import config
    from replyctl.cli.mail_inputs import Reader
    from replyctl.cli.mail_report import REPORTS

    streams = ctx.obj
    given = tuple(mails or ())
    report = REPORTS[format_](streams, several=len(given) > 1)
    for mail in Reader(config.load()).mails(given, streams):
        report.add(mail)
    if report.end():
        raise typer.Exit(_BAD_INPUT)
