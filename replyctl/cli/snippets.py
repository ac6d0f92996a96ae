"""`replyctl snippets`: list, show, search, schema. And what every command that reads snippets needs of its options.

The other commands import this file too, to know their options: what reads a library is imported when it is used.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from replyctl import paths
from replyctl.clean import printable
from replyctl.errors import ReplyctlError
from replyctl.language import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.config import Settings
    from replyctl.library.find import Library

LibraryDirs = Annotated[
    list[Path],
    typer.Option(
        "--library",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="A library over the configured ones. Repeatable; the first wins.",
    ),
]
NoShipped = Annotated[bool, typer.Option("--no-shipped", help="Leave the shipped snippets out.")]


def complete(incomplete: str) -> list[tuple[str, str]]:
    """Names that begin with `incomplete`, with their titles: for a shell's completion, so no error is raised."""
    from replyctl import config
    from replyctl.library.find import Library

    try:
        settings = config.load()
        titles = opened(settings, (), no_shipped=False).titles(settings.language or DEFAULT)
    except ReplyctlError:
        titles = Library.open(()).titles(DEFAULT)
    return [(name, printable(title)) for name, title in titles if name.startswith(incomplete)]


SnippetName = Annotated[str, typer.Argument(metavar="NAME", autocompletion=complete, help="The snippet's name.")]


def opened(settings: Settings, dirs: Sequence[Path], *, no_shipped: bool) -> Library:
    """The library of a command: shipped, configured, `--library`, the agent's own. SnippetError, see `Library.open`."""
    from replyctl.library.find import Library

    folders = (*dirs, *map(Path, settings.libraries))
    return Library.open(folders, shipped=not no_shipped, personal=paths.config("snippets"))


def notice(broken: Sequence[ReplyctlError]) -> str:
    """One line about the files that are passed over, "" if there are none."""
    if not broken:
        return ""
    if len(broken) == 1:
        return f"notice: a snippet is passed over: {_line(broken[0])}"
    return f"notice: {len(broken)} snippets are passed over, the first: {_line(broken[0])}"


def _line(error: ReplyctlError) -> str:
    """What is wrong with a file, in one line."""
    from replyctl.yamlfile.validate import summed

    return " ".join("; ".join(filter(None, (summed(error), error.hint))).split())


def register(app: typer.Typer) -> None:
    """Add `snippets` and its commands."""
    group = typer.Typer(help="List, show and search snippets.", no_args_is_help=True, rich_markup_mode=None)
    for command in (list_, show, search, schema):
        group.command(command.__name__.rstrip("_"))(command)
    for name in ("new", "edit", "check", "preview"):
        import_module(f"replyctl.cli.snippet_{name}").register(group)
    app.add_typer(group, name="snippets")


def list_(ctx: typer.Context, library: LibraryDirs = [], no_shipped: NoShipped = False) -> None:  # noqa: B006 - typer reads it, nobody changes it
    """List the snippets: name, kind, languages, title; of broken files what is wrong."""
    from replyctl.cli import snippet_view

    settings, found = _library(library, no_shipped=no_shipped)
    snippet_view.table(ctx.obj, found.all(), settings.language or DEFAULT, found.marked)
    for error in found.broken:
        _tell(ctx, f"notice: {_line(error)}")


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="What it is about.")],
    library: LibraryDirs = [],  # noqa: B006 - as in `list_`
    no_shipped: NoShipped = False,
) -> None:
    """Search name, title, tags, what customers ask, and text; the best first."""
    from replyctl.cli import snippet_view
    from replyctl.library.search import search as ranked

    settings, found = _library(library, no_shipped=no_shipped)
    language = settings.language or DEFAULT
    hits = ranked(tuple(found.all()), " ".join(words), language)
    snippet_view.table(ctx.obj, [snippet for snippet, _ in hits], language)
    _tell(ctx, "" if hits else f"nothing about '{' '.join(words)}'")
    _tell(ctx, notice(found.broken))


def show(ctx: typer.Context, name: SnippetName, library: LibraryDirs = [], no_shipped: NoShipped = False) -> None:  # noqa: B006 - as in `list_`
    """Print a snippet's file, and tell which file won over which."""
    from replyctl.cli import snippet_view

    _, found = _library(library, no_shipped=no_shipped)
    text = snippet_view.file(found, name)
    _tell(ctx, snippet_view.origin(found, name))
    ctx.obj.show(text)


def schema(ctx: typer.Context) -> None:
    """Print the JSON Schema of a snippet's file, for editors."""
    import json

    from replyctl.library.build import schema as of_files

    ctx.obj.write(json.dumps(of_files(), indent=2, ensure_ascii=False) + "\n")


def _library(dirs: Sequence[Path], *, no_shipped: bool) -> tuple[Settings, Library]:
    from replyctl import config

    settings = config.load()
    return settings, opened(settings, dirs, no_shipped=no_shipped)


def _tell(ctx: typer.Context, text: str) -> None:
    if text:
        ctx.obj.tell(text)
