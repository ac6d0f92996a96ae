"""`replyctl grammar`: the LanguageTool server behind the scenes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.cli.streams import Streams

GRAMMAR = "Which engine proofreads (default: as configured; off for JSONL and where nobody is asked)."


def register(app: typer.Typer) -> None:
    """Add `grammar status`, `start`, `stop` and `install`."""
    group = typer.Typer(
        name="grammar", help="The engines that proofread, and the LanguageTool server.", no_args_is_help=True
    )
    group.command("status")(status)
    group.command("start")(start)
    group.command("stop")(stop)
    group.command("install")(install)
    app.add_typer(group)


def status(ctx: typer.Context) -> None:
    """Say which engines there are, and whether the server runs."""
    from replyctl.cli.engines import described

    ctx.obj.show("".join(f"{line}\n" for line in described()))


def start(ctx: typer.Context) -> None:
    """Start LanguageTool in the background, for all later commands; it stops by itself when it is not used."""
    from replyctl import config
    from replyctl.grammar import languagetool_server, server

    before = server.running()
    with _waiting(ctx.obj, "LanguageTool is starting"):
        found = before or server.start(languagetool_server.warmed(config.load().grammar.dialect))
    ctx.obj.tell(f"LanguageTool {'runs already' if before else 'runs'}: pid {found.pid}, {found.url}")


def stop(ctx: typer.Context) -> None:
    """Stop it."""
    from replyctl.grammar import server

    ctx.obj.tell("LanguageTool is stopped" if server.stop() else "no LanguageTool server runs")


def install(
    ctx: typer.Context,
    folder: Annotated[Path | None, typer.Argument(help="An unpacked LanguageTool; nothing: it is downloaded.")] = None,
) -> None:
    """Download LanguageTool (250 MB, verified), or take the one in FOLDER."""
    from replyctl.grammar import java

    if folder is not None:
        java.take(folder)
    place = folder or java.install()
    ctx.obj.tell(f"LanguageTool is in {place}; `replyctl grammar start` starts it")


@contextmanager
def _waiting(streams: Streams, what: str) -> Iterator[None]:
    """Show `what` on stderr until it is over; nothing where stderr is no terminal that can move its cursor."""
    if not streams.stderr_is_terminal or os.environ.get("TERM") in {None, "", "dumb"}:
        yield
        return
    from rich.console import Console

    with Console(stderr=True, no_color=not streams.colour()).status(what):
        yield
