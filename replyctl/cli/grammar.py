"""`replyctl grammar`: the LanguageTool server behind the scenes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from replyctl.cli.help import COMPUTER, App

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.cli.streams import Streams

GRAMMAR = "Proofreading engine (default: as configured; off for JSONL and when nothing is asked)."


def register(app: typer.Typer) -> None:
    """Add `grammar status`, `start`, `stop` and `install`."""
    group = App(name="grammar", help="Proofreading engines and the LanguageTool server.", no_args_is_help=True)
    group.command("status")(status)
    group.command("start")(start)
    group.command("stop")(stop)
    group.command("install")(install)
    app.add_typer(group, rich_help_panel=COMPUTER)


def status(ctx: typer.Context) -> None:
    """Show the engines, and whether the server is running."""
    from replyctl.cli.engines import described

    ctx.obj.show("".join(f"{line}\n" for line in described()))


def start(ctx: typer.Context) -> None:
    """Start LanguageTool in the background for all later commands; it stops when idle."""
    from replyctl import config
    from replyctl.grammar import languagetool_server, server

    before = server.running()
    with _waiting(ctx.obj, "LanguageTool is starting"):
        found = before or server.start(languagetool_server.warmed(config.load().grammar.dialect))
    ctx.obj.tell(f"LanguageTool {'is already running' if before else 'is running'}: pid {found.pid}, {found.url}")


def stop(ctx: typer.Context) -> None:
    """Stop the LanguageTool server."""
    from replyctl.grammar import server

    ctx.obj.tell("LanguageTool has stopped" if server.stop() else "no LanguageTool server is running")


def install(
    ctx: typer.Context,
    folder: Annotated[
        Path | None, typer.Argument(help="An unpacked LanguageTool. Without it, LanguageTool is downloaded.")
    ] = None,
) -> None:
    """Download LanguageTool (250 MB, verified), or use the one in FOLDER."""
    from replyctl.grammar import java

    if folder is not None:
        java.take(folder)
    place = folder or java.install()
    ctx.obj.tell(f"LanguageTool is in {place}; start it with `replyctl grammar start`")


@contextmanager
def _waiting(streams: Streams, what: str) -> Iterator[None]:
    """Show `what` on stderr during the block, if stderr is a terminal that can move its cursor."""
    if not streams.stderr_is_terminal or os.environ.get("TERM") in {None, "", "dumb"}:
        yield
        return
    from rich.console import Console

    with Console(stderr=True, no_color=not streams.colour()).status(what):
        yield
