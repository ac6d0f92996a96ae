"""`replyctl lint`: the flags of the command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from replyctl.cli.checked import Level  # noqa: TC001 - typer reads the annotations

if TYPE_CHECKING:
    from replyctl.cli.streams import Streams

Format = Literal["pretty", "concise", "json", "jsonl"]
StdinFormat = Literal["text", "jsonl"]
Rules = Annotated[list[str] | None, typer.Option("--select", metavar="RULE", help="Only these rules or groups. Repeatable, comma lists.")]
Ignored = Annotated[list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not these rules or groups. Repeatable, comma lists.")]


def register(app: typer.Typer) -> None:
    """Add `lint`."""
    app.command("lint")(lint)


def lint(  # noqa: PLR0913, PLR0917 - a flag each
    ctx: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE…|-]", help="Drafts; - or nothing: stdin.")] = None,
    context: Annotated[str | None, typer.Option(metavar="FILE", help="What is known of the case, as JSON.")] = None,
    select: Rules = None,
    ignore: Ignored = None,
    fail_level: Annotated[Level, typer.Option(help="Exit 1 at problems of this severity.")] = "error",
    format_: Annotated[Format, typer.Option("--format", "-f", help="How problems are printed.")] = "pretty",
    stdin_format: Annotated[StdinFormat, typer.Option(help="What stdin holds.")] = "text",
) -> None:
    """Check the etiquette of drafts: text with or without headers, or JSONL with a draft a line."""
    from replyctl.cli.linting import Request, run  # noqa: PLC0415 - the other commands start without lint

    streams: Streams = ctx.obj
    request = Request(tuple(files or ()), context, _split(select), _split(ignore), fail_level, format_, stdin_format)
    code = run(request, streams)
    if code:
        raise typer.Exit(code)


def _split(names: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for given in names or () for name in given.split(",") if name.strip())
