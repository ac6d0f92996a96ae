"""`replyctl snippets`: list, show, search, schema; and the options of every command that reads snippets.

Other commands import this file for those options, so it imports the library code only when used.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from replyctl import paths
from replyctl.clean import printable
from replyctl.cli.help import TEAM, App
from replyctl.errors import ReplyctlError
from replyctl.language import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from replyctl.config import Settings
    from replyctl.library.find import Library

LIBRARIES = "Which snippets"
"""A group of options."""
FOLDER: Mapping[str, Any] = {"metavar": "DIR", "exists": True, "file_okay": False, "rich_help_panel": LIBRARIES}
"""What an option that names a library tells typer."""
LibraryDirs = Annotated[
    list[Path],
    typer.Option(
        "--library",
        **FOLDER,
        help="A library that overrides the configured ones. Repeatable; the first wins.",
    ),
]
NoShipped = Annotated[
    bool, typer.Option("--no-shipped", rich_help_panel=LIBRARIES, help="Leave out the shipped snippets.")
]


def complete(incomplete: str) -> list[tuple[str, str]]:
    """Names that begin with `incomplete`, with their titles: for a shell's completion, so no error is raised."""
    from replyctl import config
    from replyctl.library.find import Library

    try:
        settings = config.load()
        titles = opened(settings, (), None, no_shipped=False).titles(settings.language or DEFAULT)
    except ReplyctlError:
        titles = Library.open(()).titles(DEFAULT)
    return [(name, printable(title)) for name, title in titles if name.startswith(incomplete)]


SnippetName = Annotated[str, typer.Argument(metavar="NAME", autocompletion=complete, help="The snippet's name.")]


def opened(
    settings: Settings, dirs: Sequence[Path], tell: Callable[[str], None] | None, *, no_shipped: bool
) -> Library:
    """The library of a command: shipped, configured, `--library`, the agent's own. SnippetError, see `Library.open`.

    `tell` gets a line for each configured folder that is not there: it may be back tomorrow, and the others work.
    """
    from replyctl.library.find import Library

    configured = [*map(Path, settings.libraries)]
    for folder in configured if tell else ():
        if tell and not folder.is_dir():
            tell(f"notice: the library {folder} is not used: there is no such folder")
    folders = (*dirs, *(folder for folder in configured if folder.is_dir()))
    return Library.open(folders, shipped=not no_shipped, personal=paths.config("snippets"))


def notice(broken: Sequence[ReplyctlError]) -> str:
    """One line about skipped snippets, or ""."""
    if not broken:
        return ""
    if len(broken) == 1:
        return f"notice: a snippet is skipped: {_line(broken[0])}"
    return f"notice: {len(broken)} snippets are skipped, the first: {_line(broken[0])}"


def _line(error: ReplyctlError) -> str:
    """The mistakes of a file on one line."""
    from replyctl.yamlfile.validate import summed

    return " ".join("; ".join(filter(None, (summed(error), error.hint))).split())


def register(app: typer.Typer) -> None:
    """Add `snippets` and its commands."""
    group = App(help="Find, write and check snippets.", no_args_is_help=True)
    for command in (list_, show, search, schema):
        group.command(command.__name__.rstrip("_"))(command)
    for name in ("new", "edit", "check", "preview"):
        import_module(f"replyctl.cli.snippet_{name}").register(group)
    app.add_typer(group, name="snippets", rich_help_panel=TEAM)


def list_(ctx: typer.Context, library: LibraryDirs = [], no_shipped: NoShipped = False) -> None:  # noqa: B006 - typer reads it, nobody changes it
    """List the snippets: name, kind, languages, title; for a broken file its first mistake."""
    from replyctl.cli import snippet_view

    settings, found = _library(ctx, library, no_shipped=no_shipped)
    snippet_view.table(ctx.obj, found.all(), settings.language or DEFAULT, found.marked)
    for error in found.broken:
        _tell(ctx, f"notice: {_line(error)}")


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help="Words to search for.")],
    library: LibraryDirs = [],  # noqa: B006 - as in `list_`
    no_shipped: NoShipped = False,
) -> None:
    """Search names, titles, tags, what customers ask, and texts; best match first."""
    from replyctl.cli import snippet_view
    from replyctl.library.search.rank import Search

    settings, found = _library(ctx, library, no_shipped=no_shipped)
    hits = Search.of(found).typed(" ".join(words))
    snippet_view.table(ctx.obj, [found.read(hit.name) for hit in hits], settings.language or DEFAULT)
    _tell(ctx, "" if hits else f"no snippet matches '{' '.join(words)}'")
    _tell(ctx, notice(found.broken))


def show(ctx: typer.Context, name: SnippetName, library: LibraryDirs = [], no_shipped: NoShipped = False) -> None:  # noqa: B006 - as in `list_`
    """Print a snippet's file, and show which file overrides which."""
    from replyctl.cli import snippet_view

    _, found = _library(ctx, library, no_shipped=no_shipped)
    text = snippet_view.file(found, name)
    _tell(ctx, snippet_view.origin(found, name))
    ctx.obj.show(text)
    if error := snippet_view.mistake(found, name):
        raise error


def schema(ctx: typer.Context) -> None:
    """Print the JSON Schema of a snippet's file, for editors."""
    import json

    from replyctl.library.build import schema as of_files

    ctx.obj.write(json.dumps(of_files(), indent=2, ensure_ascii=False) + "\n")


def _library(ctx: typer.Context, dirs: Sequence[Path], *, no_shipped: bool) -> tuple[Settings, Library]:
    from replyctl import config

    settings = config.load()
    return settings, opened(settings, dirs, ctx.obj.tell, no_shipped=no_shipped)


def _tell(ctx: typer.Context, text: str) -> None:
    if text:
        ctx.obj.tell(text)
