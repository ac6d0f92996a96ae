"""`replyctl compose`: the flags of the command."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from replyctl.cli import completion
from replyctl.cli.grammar import GRAMMAR
from replyctl.cli.help import REPLIES
from replyctl.cli.reply_lint import Level
from replyctl.cli.snippets import LibraryDirs, NoShipped, complete
from replyctl.cli.table_option import one_of
from replyctl.engine_names import Wanted
from replyctl.language.salutation import AskedTone
from replyctl.output import FORMATS

if TYPE_CHECKING:
    from replyctl.cli.streams import Streams

SAY, WHOM, ASKED = "What to say", "To whom", "What is asked"
CHECKED, PRINTED, GOES = "What is checked", "What is printed", "Where it goes"
"""Groups of options."""

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SNIPPET]…",
        autocompletion=complete,
        rich_help_panel=SAY,
        help="Snippet names. Several make one reply.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add `compose`."""
    app.command("compose", rich_help_panel=REPLIES)(compose)


def run_default(streams: "Streams") -> bool:
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
        bool,
        typer.Option(
            "--blank", rich_help_panel=SAY, help="No snippet: put salutation and signature around text that you type."
        ),
    ] = False,
    sets: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            autocompletion=completion.values,
            rich_help_panel=SAY,
            help="Set a value. Repeatable.",
        ),
    ] = None,
    data: Annotated[
        str | None,
        typer.Option(
            metavar="FILE|-", rich_help_panel=SAY, help="Values from a file: JSON, YAML, or a table of one row (CSV)."
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="TAG",
            autocompletion=completion.languages,
            rich_help_panel=WHOM,
            help="The reply's language.",
        ),
    ] = None,
    tone: Annotated[
        AskedTone | None, typer.Option(rich_help_panel=WHOM, help="The reply's tone (default: auto).")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="ADDRESS", rich_help_panel=WHOM, help="Whom the reply goes to, instead of customer.email."
        ),
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="PART",
            autocompletion=completion.parts,
            rich_help_panel=SAY,
            help="Include a part. Repeatable.",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PART", autocompletion=completion.parts, rich_help_panel=SAY, help="Leave a part out. Repeatable."
        ),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", rich_help_panel=ASKED, help="Never ask.")] = False,
    edit: Annotated[
        bool, typer.Option("--edit", rich_help_panel=ASKED, help="Edit the text before the review.")
    ] = False,
    wrap: Annotated[
        int | None, typer.Option(min=20, metavar="N", rich_help_panel=PRINTED, help="Break lines at N columns.")
    ] = None,
    format: Annotated[  # noqa: A002 - named as its field
        str, typer.Option("--format", "-f", **one_of(FORMATS), rich_help_panel=PRINTED, help="Output format.")
    ] = "text",
    complete: Annotated[
        bool,
        typer.Option(
            "--complete", rich_help_panel=PRINTED, help="With -f eml: add Date and Message-ID, for sendmail -t."
        ),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", rich_help_panel=GOES, help="Write the reply to FILE."),
    ] = None,
    copy: Annotated[bool, typer.Option("--copy", rich_help_panel=GOES, help="Copy the body to the clipboard.")] = False,
    copy_subject: Annotated[
        bool, typer.Option("--copy-subject", rich_help_panel=GOES, help="Copy the subject to the clipboard.")
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", rich_help_panel=SAY, help="Continue the unfinished reply.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", rich_help_panel=SAY, help="Print the last reply again.")] = False,
    fail_level: Annotated[
        Level | None,
        typer.Option(rich_help_panel=CHECKED, help="Hold the reply back if a problem is this severe (default: error)."),
    ] = None,
    grammar: Annotated[Wanted | None, typer.Option(rich_help_panel=CHECKED, help=GRAMMAR)] = None,
    library: LibraryDirs = [],  # noqa: B006 - typer reads it, nobody changes it
    no_shipped: NoShipped = False,
) -> None:
    """Compose a reply: pick a snippet, answer what only you know, review the reply, and print it."""
    flags = {name: value for name, value in locals().items() if name != "ctx"}
    from replyctl.cli.composer import run
    from replyctl.cli.request import Request

    run(Request.of(flags, ctx.obj), ctx.obj)
