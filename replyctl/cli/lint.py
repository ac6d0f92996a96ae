"""`replyctl lint`: the flags of the command."""

from __future__ import annotations

from typing import Annotated

import typer

from replyctl.cli import inputs
from replyctl.cli.grammar import GRAMMAR
from replyctl.cli.reply_lint import Level
from replyctl.cli.table_option import one_of
from replyctl.engine_names import Wanted
from replyctl.report import FORMATS

Names = list[str] | None
_ONLY = "Check only these rules or groups. Repeatable, or separated by commas."
_NOT = "Skip these rules or groups. Repeatable, or separated by commas."


def register(app: typer.Typer) -> None:
    """Add `lint`."""
    app.command("lint")(lint)


def lint(  # noqa: PLR0913, PLR0917 - a flag each
    ctx: typer.Context,
    files: Annotated[Names, typer.Argument(metavar="[FILE…|-]", help="Drafts (default, or -: stdin).")] = None,
    context: Annotated[str | None, typer.Option(metavar="FILE", help="What is known about the case, as JSON.")] = None,
    reply_to: Annotated[str | None, typer.Option(metavar="MAIL", help="The customer's mail that is answered.")] = None,
    select: Annotated[Names, typer.Option("--select", metavar="RULE", help=_ONLY)] = None,
    ignore: Annotated[Names, typer.Option("--ignore", metavar="RULE", help=_NOT)] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Fix what can be fixed without changing the meaning.")] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Also make fixes that a person should review.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change; write nothing.")] = False,
    fail_level: Annotated[Level, typer.Option(help="Exit 1 if a problem is this severe.")] = "error",
    statistics: Annotated[bool, typer.Option("--statistics", help="Count problems by rule instead.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Show the customer's questions too.")] = False,
    format_: Annotated[str, typer.Option("--format", "-f", **one_of(FORMATS), help="Report format.")] = "pretty",
    stdin_format: Annotated[str, typer.Option(**one_of(inputs.FORMATS), help="Format of stdin.")] = "text",
    grammar: Annotated[Wanted | None, typer.Option(help=GRAMMAR)] = None,
    require_grammar: Annotated[
        bool, typer.Option("--require-grammar", help="Exit 3 if spelling and grammar could not be checked.")
    ] = False,
) -> None:
    """Check the etiquette of drafts: text with or without headers, messages, or JSONL with one draft per line."""
    from replyctl.cli.linter import Flags, Linter

    flags = Flags(
        files=tuple(files or ()),
        context=context,
        reply_to=reply_to,
        select=_split(select),
        ignore=_split(ignore),
        fail_level=fail_level,
        format=format_,
        stdin_format=stdin_format,
        fix=(fix or unsafe) and not diff,
        unsafe=unsafe,
        diff=diff,
        statistics=statistics,
        verbose=verbose,
        grammar=grammar,
        require_grammar=require_grammar,
    )
    code = Linter(flags, ctx.obj).all()
    if code:
        raise typer.Exit(code)


def _split(names: Names) -> tuple[str, ...]:
    return tuple(name.strip() for given in names or () for name in given.split(",") if name.strip())
