"""`--help`: options in groups that a person looks for, broken between words, in colour where it is seen."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from replyctl.cli.streams import Streams

REPLIES, TEAM, COMPUTER = "Replies", "The team's snippets", "This computer"
"""Groups of commands."""
_WIDEST, _LEAST = 100, 40


class Command(TyperCommand):
    """A command with our help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - of the click inside typer
        """Write the help."""
        formatter.write(_for_stdout(ctx))


class Group(TyperGroup):
    """A group of commands with our help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
        """Write the help."""
        formatter.write(_for_stdout(ctx))


class App(typer.Typer):
    """A command line whose commands have our help."""

    def __init__(self, **more: Any) -> None:  # noqa: ANN401 - as `Typer` takes them
        super().__init__(cls=Group, rich_markup_mode=None, **more)

    def command(self, name: str | None = None, **more: Any) -> Any:  # noqa: ANN401 - as above
        """As `Typer.command`."""
        return super().command(name, cls=Command, **more)


def text(ctx: Any, *, colour: bool) -> str:  # noqa: ANN401 - as above
    """The help of the command of a context."""
    from replyctl.cli.help_page import pieces
    from replyctl.report.colour import coloured

    room = max(_LEAST, min(Streams.columns(), _WIDEST))
    return coloured(pieces(ctx, room), on=colour)


def _for_stdout(ctx: Any) -> str:  # noqa: ANN401 - as above
    return text(ctx, colour=ctx.obj.colour(on_stdout=True) if ctx.obj else False)
