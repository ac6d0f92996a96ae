"""`replyctl snippets check`: every mistake of every file at once, for the lead and for CI."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from replyctl.cli.reply_lint import Level, holding
from replyctl.cli.snippets import LibraryDirs, NoShipped, opened
from replyctl.cli.table_option import one_of
from replyctl.errors import ConfigError
from replyctl.report import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.progress import Progress

    from replyctl.cli.streams import Streams
    from replyctl.config import Settings
    from replyctl.desk.sweep import Verdict
    from replyctl.desk.targets import Target
    from replyctl.report.checked import Checked

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
    settings = _settings(paths or ())
    verdicts = verdicts_of(
        _targets(paths or (), library, settings, ctx.obj.tell, no_shipped=no_shipped), settings, ctx.obj
    )
    report(verdicts, format_, ctx.obj)
    if any(holding(verdict.problems, fail_level) for verdict in verdicts):
        raise typer.Exit(1)


def _settings(paths: Sequence[Path]) -> Settings:
    """The settings, without those of a replyctl.yaml that is to be checked and has mistakes: the report tells them all."""
    from replyctl import config
    from replyctl.lint import configured

    try:
        settings = config.load()
        configured.check(settings.lint)
    except ConfigError as error:
        checked = {(path if path.is_file() else path / "replyctl.yaml").resolve() for path in paths}
        if error.place and Path(error.place.file).resolve() in checked:
            return config.Settings()
        raise
    return settings


def _targets(
    paths: Sequence[Path], dirs: Sequence[Path], settings: Settings, tell: Callable[[str], None], *, no_shipped: bool
) -> list[Target]:
    from replyctl.desk.targets import of_layers, of_paths

    layers = opened(settings, dirs, None if paths else tell, no_shipped=no_shipped and not paths).shelves
    return of_paths(paths, layers) if paths else of_layers(layers)


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
    if format_ not in {"json", "jsonl"}:
        for line in _notices(verdicts):
            streams.tell(line)
    if not verdicts:
        streams.tell("notice: there are no snippets here to check")
    elif format_ in {"concise", "github"}:  # which print nothing of a clean file
        count = sum(len(one.problems) for one in verdicts)
        files = f"{len(verdicts)} file{'s' * (len(verdicts) != 1)}"
        streams.tell(f"{count or 'no'} problem{'s' * (count != 1)} in {files}")


def _notices(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """One line for each notice, with the first file that it is about and the number of the others."""
    about: dict[str, list[Path]] = {}
    for one in verdicts:
        if one.notice:
            about.setdefault(one.notice, []).append(one.path)
    for text, (first, *others) in about.items():
        more = f" and {len(others)} more" if others else ""
        yield f"notice: {_shown(first)}{more}: {text}"


def _checked(verdict: Verdict) -> Checked:
    from replyctl.desk.file_text import FileText
    from replyctl.library.content import read_bytes
    from replyctl.report.checked import Checked

    text = ""
    if any(one.zone == "body" for one in verdict.problems):  # a file that was refused is not looked into
        text = FileText(verdict.path, read_bytes(verdict.path)).shown
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
    bar = _Bar(count, monotonic()) if streams.stderr_is_terminal else None
    try:
        yield bar.step if bar else lambda: None
    finally:
        if bar and bar.shown:
            bar.shown.stop()


@dataclass(slots=True)
class _Bar:
    """How far it is, once it has taken longer than a moment."""

    count: int
    began: float
    steps: int = 0
    shown: Progress | None = None

    def step(self) -> None:
        """One more is done."""
        self.steps += 1
        if self.shown is None and monotonic() - self.began > _PATIENCE:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = TextColumn("checking snippets"), BarColumn(), MofNCompleteColumn()
            self.shown = Progress(*columns, console=Console(stderr=True), transient=True)
            self.shown.add_task("", total=self.count)
            self.shown.start()
        if self.shown is not None:
            self.shown.update(self.shown.task_ids[0], completed=self.steps)
