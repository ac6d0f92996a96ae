"""`replyctl rules`: the rules in a table, or one explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from replyctl.cli import completion

if TYPE_CHECKING:
    from replyctl.cli.streams import Streams


def register(app: typer.Typer) -> None:
    """Add `rules`."""
    app.command("rules")(rules)


def rules(
    ctx: typer.Context,
    rule: Annotated[
        str | None, typer.Argument(metavar="[RULE]", autocompletion=completion.rules, help="Rule to explain.")
    ] = None,
) -> None:
    """List the rules, or explain one: why, examples, options, how to silence it."""
    from replyctl.lint import explain

    streams: Streams = ctx.obj
    streams.write(explain.explained(rule) if rule else explain.listed())
