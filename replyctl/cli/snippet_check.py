"""`replyctl snippets check`: every mistake of every file at once, for the lead and for CI."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from replyctl.cli.reply_lint import Level, holding
from replyctl.cli.snippets import LibraryDirs, NoShipped, opened
from replyctl.cli.table_option import one_of
from replyctl.report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from replyctl.cli.streams import Streams
    from replyctl.config import Settings
    from replyctl.desk.sweep import Verdict
    from replyctl.desk.targets import Target

Paths = list[Path] | None
_PATIENCE = 1.0
"""Seconds before a progress bar is shown."""


def register(group: typer.Typer) -> None:
    """Add `snippets check`."""
    group.command("check")(check)


def check(  # noqa: PLR0913, PLR0917 - a flag each
    ctx: typer.Context,
    paths: Annotated[
        Paths, typer.Argument(metavar="[PATH…]", help="Files or folders; nothing: the libraries in use.")
    ] = None,
    library: LibraryDirs = [],  # noqa: B006 - typer reads it, nobody changes it
    no_shipped: NoShipped = False,
    format_: Annotated[
        str, typer.Option("--format", "-f", **one_of(FORMATS), help="How problems are printed.")
    ] = "pretty",
    fail_level: Annotated[Level, typer.Option(help="Exit 1 at problems of this severity.")] = "suggestion",
) -> None:
    """Check snippets like code: files, templates, names, languages, and what their examples become."""
    from replyctl import config

    settings = config.load()
    verdicts = verdicts_of(_targets(paths or (), library, settings, no_shipped=no_shipped), settings, ctx.obj)
    report(verdicts, format_, ctx.obj)
    if any(holding(verdict.problems, fail_level) for verdict in verdicts):
        raise typer.Exit(1)


def _targets(paths: Sequence[Path], dirs: Sequence[Path], settings: Settings, *, no_shipped: bool) -> list[Target]:
    from replyctl.desk.targets import of_layers, of_paths

    layers = opened(settings, dirs, no_shipped=no_shipped and not paths).shelves
    shared = tuple(layer for layer in layers if layer.kind != "personal")
    return of_paths(paths, layers) if paths else of_layers(shared)


def verdicts_of(targets: list[Target], settings: Settings, streams: Streams) -> list[Verdict]:
    """What is found in each file, with a progress bar for a person who waits. UsageError for unknown rules."""
    from replyctl.desk.sweep import sweep

    with _progress(len(targets), streams) as done:
        return sweep(targets, settings, done)


def report(verdicts: Sequence[Verdict], format_: str, streams: Streams) -> None:
    """Print them, the report to stdout and notices to stderr."""
    from shutil import get_terminal_size

    from replyctl.report import in_format
    from replyctl.report.protocol import Style

    columns = get_terminal_size().columns if streams.stdout_is_terminal else None
    printed = in_format(format_, Style(streams.colour(on_stdout=True), columns=columns, noun="file"))
    pieces = [printed.head, *(printed.draft(_checked(one)) for one in verdicts), printed.tail]
    streams.draw("".join(pieces))
    for one in verdicts:
        if one.notice and format_ not in {"json", "jsonl"}:
            streams.tell(f"notice: {_shown(one.path)}: {one.notice}")
    if not verdicts:
        streams.tell("notice: there are no snippets here to check")
    elif format_ in {"concise", "github"}:  # which print nothing of a clean file
        count = sum(len(one.problems) for one in verdicts)
        files = f"{len(verdicts)} file{'s' * (len(verdicts) != 1)}"
        streams.tell(f"{count or 'no'} problem{'s' * (count != 1)} in {files}")


def _checked(verdict: Verdict):  # type: ignore[no-untyped-def]
    from replyctl.desk.file_text import FileText
    from replyctl.report.checked import Checked

    text = ""
    if verdict.problems and verdict.path.is_file():
        text = FileText(verdict.path, verdict.path.read_bytes()).shown
    return Checked(_shown(verdict.path), "path", "und", verdict.problems, (text, text))


def _shown(path: Path) -> str:
    """The path from here, where it lies below: what CI and editors know a file by."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


@contextmanager
def _progress(count: int, streams: Streams) -> Iterator[Callable[[], None]]:
    """A bar on stderr, where somebody sits there and it takes longer than a moment; its step."""
    from time import monotonic

    if not streams.stderr_is_terminal:
        yield lambda: None
        return
    began = monotonic()
    bar = None
    steps = 0

    def done() -> None:
        nonlocal bar, steps
        steps += 1
        if bar is None and monotonic() - began > _PATIENCE:
            bar = _bar(count)
            bar.start()
        if bar is not None:
            bar.update(bar.task_ids[0], completed=steps)

    try:
        yield done
    finally:
        if bar is not None:
            bar.stop()


def _bar(count: int):  # type: ignore[no-untyped-def]
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("checking snippets"), BarColumn(), MofNCompleteColumn(), console=Console(stderr=True), transient=True
    )
    bar.add_task("", total=count)
    return bar
