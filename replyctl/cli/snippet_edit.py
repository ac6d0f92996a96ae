"""`replyctl snippets edit`: the file that wins, in the agent's editor, checked when it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from replyctl import paths
from replyctl.cli.snippet_check import report, verdicts_of
from replyctl.cli.snippet_new import written_to
from replyctl.cli.snippet_view import file_of
from replyctl.cli.snippets import LibraryDirs, NoShipped, SnippetName, opened
from replyctl.library.layer import Layer

if TYPE_CHECKING:
    from pathlib import Path


def register(group: typer.Typer) -> None:
    """Add `snippets edit`."""
    group.command("edit")(edit)


def edit(ctx: typer.Context, name: SnippetName, library: LibraryDirs = [], no_shipped: NoShipped = False) -> None:  # noqa: B006 - typer reads it, nobody changes it
    """Open a snippet or partial in your editor, and check it afterwards; a shipped one is copied first.

    The copy goes to your own snippets, or to the library that --library names.
    """
    from replyctl import config
    from replyctl.desk.targets import of_paths

    settings = config.load()
    found = opened(settings, library, ctx.obj.tell, no_shipped=no_shipped)
    path = file_of(found, name)
    layer = written_to(library[0] if library else None)
    if path.is_relative_to(Layer.shipped().home) and layer.home != Layer.shipped().home:
        is_partial = path.parent == Layer.shipped().partials
        copy = _copied(path, layer.partials if is_partial else layer.root)
        where = f"the library {library[0]}" if library else "your own snippets"
        ctx.obj.tell(f"copied to {where}, where it stands over the shipped one: {copy}")
        if not _changed(copy):
            copy.unlink(missing_ok=True)
            ctx.obj.tell("nothing was changed: the copy is gone again")
            return
        path = copy
    else:
        _changed(path)
    verdicts = verdicts_of(of_paths([path], found.shelves), settings, ctx.obj)
    report(verdicts, "pretty", ctx.obj)
    if any(one.problems for one in verdicts):
        raise typer.Exit(1)


def _changed(path: Path) -> bool:
    """Whether the file is another one when the editor closes. OutputError where there is no editor, or it fails."""
    from replyctl.cli.ask.editor import open_file
    from replyctl.library.content import read_bytes

    before = read_bytes(path)
    open_file(path)
    return read_bytes(path) != before


def _copied(path: Path, folder: Path) -> Path:
    """A copy of the shipped file in that folder. OutputError."""
    from replyctl.files import write_atomic
    from replyctl.library.content import read_bytes

    copy = paths.made(folder) / path.name
    write_atomic(copy, read_bytes(path), 0o600)
    return copy
