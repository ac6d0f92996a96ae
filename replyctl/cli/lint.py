"""`replyctl lint`: the flags of the command."""

from typing import Annotated

import typer

from replyctl.cli import completion, inputs
from replyctl.cli.grammar import GRAMMAR
from replyctl.cli.help import REPLIES
from replyctl.cli.reply_lint import Level
from replyctl.cli.table_option import one_of
from replyctl.engine_names import Wanted
from replyctl.report import FORMATS

Names = list[str] | None
WHAT, RULES, FIXES, PRINTED = "What is checked", "By which rules", "What is fixed", "What is printed"
"""Groups of options."""
_FILES = "Drafts, or folders of them: *.txt, *.eml, *.jsonl (default, or -: stdin)."
_ONLY = "Check only these rules or groups. Repeatable, or separated by commas."
_NOT = "Skip these rules or groups. Repeatable, or separated by commas."


def register(app: typer.Typer) -> None:
    """Add `lint`."""
    app.command("lint", rich_help_panel=REPLIES)(lint)


def lint(  # noqa: PLR0913, PLR0917 - a flag each
    ctx: typer.Context,
    files: Annotated[
        Names,
        typer.Argument(metavar="[FILE…|DIR…|-]", rich_help_panel=WHAT, help=_FILES),
    ] = None,
    context: Annotated[
        str | None, typer.Option(metavar="FILE", rich_help_panel=WHAT, help="What is known about the case, as JSON.")
    ] = None,
    reply_to: Annotated[
        str | None, typer.Option(metavar="MAIL", rich_help_panel=WHAT, help="The customer's mail that is answered.")
    ] = None,
    select: Annotated[
        Names,
        typer.Option("--select", metavar="RULE", autocompletion=completion.rules, rich_help_panel=RULES, help=_ONLY),
    ] = None,
    ignore: Annotated[
        Names,
        typer.Option("--ignore", metavar="RULE", autocompletion=completion.rules, rich_help_panel=RULES, help=_NOT),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", rich_help_panel=FIXES, help="Fix what can be fixed without changing the meaning.")
    ] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe-fixes", rich_help_panel=FIXES, help="Also make fixes that a person should review.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", rich_help_panel=FIXES, help="Show what --fix would change; write nothing.")
    ] = False,
    fail_level: Annotated[
        Level, typer.Option(rich_help_panel=PRINTED, help="Exit 1 if a problem is this severe.")
    ] = "error",
    statistics: Annotated[
        bool, typer.Option("--statistics", rich_help_panel=PRINTED, help="Count problems by rule instead.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", rich_help_panel=PRINTED, help="Show the customer's questions too.")
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", "-f", **one_of(FORMATS), rich_help_panel=PRINTED, help="Report format.")
    ] = "pretty",
    stdin_format: Annotated[
        str, typer.Option(**one_of(inputs.FORMATS), rich_help_panel=WHAT, help="Format of stdin.")
    ] = "text",
    grammar: Annotated[Wanted | None, typer.Option(rich_help_panel=RULES, help=GRAMMAR)] = None,
    require_grammar: Annotated[
        bool,
        typer.Option(
            "--require-grammar", rich_help_panel=RULES, help="Exit 3 if spelling and grammar could not be checked."
        ),
    ] = False,
) -> None:
    """Check the etiquette of drafts: text with or without headers, messages, or JSONL with one draft per line."""
    from replyctl.cli.lint_flags import Flags
    from replyctl.cli.linter import Linter

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
