"""`replyctl compose`: the flags of the command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from replyctl.cli.grammar import GRAMMAR
from replyctl.cli.reply_lint import Level
from replyctl.cli.snippets import LibraryDirs, NoShipped, complete
from replyctl.cli.table_option import one_of
from replyctl.engine_names import Wanted
from replyctl.language.salutation import AskedTone
from replyctl.output import FORMATS

if TYPE_CHECKING:
    from replyctl.cli.streams import Streams

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SNIPPET]…", autocompletion=complete, help="Snippet names. Several make one reply."),
]


def register(app: typer.Typer) -> None:
    """Add `compose`."""
    app.command("compose")(compose)


def run_default(streams: Streams) -> bool:
    """`replyctl` without arguments: compose if there is a terminal to ask on. Returns whether it did."""
    if sys.platform == "win32" or not streams.stdin_is_terminal:
        return False
    from replyctl.cli.ask.tty import can_ask
    from replyctl.cli.composer import run
    from replyctl.cli.request import Request

    if not can_ask():
        return False
    run(Request(), streams)
    return True


def compose(  # noqa: PLR0913, PLR0917 - a flag each
    ctx: typer.Context,
    snippets: Names = None,
    blank: Annotated[
        bool, typer.Option("--blank", help="No snippet: put salutation and signature around text that you type.")
    ] = False,
    sets: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="Set a value. Repeatable.")
    ] = None,
    data: Annotated[str | None, typer.Option(metavar="FILE|-", help="Values as a JSON object.")] = None,
    language: Annotated[str | None, typer.Option("--lang", metavar="TAG", help="The reply's language.")] = None,
    tone: Annotated[AskedTone | None, typer.Option(help="The reply's tone (default: auto).")] = None,
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="PART", help="Include a part. Repeatable.")
    ] = None,
    without: Annotated[list[str] | None, typer.Option(metavar="PART", help="Leave a part out. Repeatable.")] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="ADDRESS", help="Whom the reply goes to, instead of customer.email.")
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask.")] = False,
    edit: Annotated[bool, typer.Option("--edit", help="Edit the text before the review.")] = False,
    wrap: Annotated[int | None, typer.Option(min=20, metavar="N", help="Break lines at N columns.")] = None,
    format: Annotated[  # noqa: A002 - named as its field
        str, typer.Option("--format", "-f", **one_of(FORMATS), help="Output format.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the reply to FILE.")
    ] = None,
    copy: Annotated[bool, typer.Option("--copy", help="Copy the body to the clipboard.")] = False,
    copy_subject: Annotated[bool, typer.Option("--copy-subject", help="Copy the subject to the clipboard.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Continue the unfinished reply.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Print the last reply again.")] = False,
    fail_level: Annotated[
        Level | None, typer.Option(help="Hold the reply back if a problem is this severe (default: error).")
    ] = None,
    grammar: Annotated[Wanted | None, typer.Option(help=GRAMMAR)] = None,
    library: LibraryDirs = [],  # noqa: B006 - typer reads it, nobody changes it
    no_shipped: NoShipped = False,
) -> None:
    """Compose a reply: pick a snippet, answer what only you know, review the reply, and print it."""
    flags = {name: value for name, value in locals().items() if name != "ctx"}
    from replyctl.cli.composer import run
    from replyctl.cli.request import Request

    run(Request.of(flags, ctx.obj), ctx.obj)
