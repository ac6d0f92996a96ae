"""`replyctl snippets new`: a snippet of the agent's own, begun by a few questions or as a commented skeleton."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from replyctl.clean import printable
from replyctl.cli.snippets import FOLDER, opened
from replyctl.errors import OutputError, UsageError
from replyctl.language import DEFAULT

if TYPE_CHECKING:
    from replyctl.cli.ask.tty import Terminal
    from replyctl.config import Settings
    from replyctl.desk.skeleton import Outline
    from replyctl.library.layer import Layer


Target = Annotated[
    Path | None,
    typer.Option(
        "--library",
        **FOLDER,
        help="Write into this library instead of your own snippets.",
    ),
]


def register(group: typer.Typer) -> None:
    """Add `snippets new`."""
    group.command("new")(new)


def new(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Small letters, digits and hyphens.")] = None,
    library: Target = None,
) -> None:
    """Begin a snippet of your own: asks what it is about; with no terminal it writes a commented skeleton."""
    from replyctl import config
    from replyctl.desk.skeleton import named, skeleton

    settings = config.load()
    if name is not None:
        _place(named(name), library)
    outline, chosen = _outline(name, settings)
    path = _place(named(chosen), library)
    _write(path, skeleton(outline))
    ctx.obj.show(f"{path}\n")
    below = [
        one.layer.kind for one in opened(settings, (library,) if library else (), None, no_shipped=False).layers(chosen)
    ][1:]
    if below:
        ctx.obj.tell(f"notice: it stands over the {below[0]} snippet of that name")
    ctx.obj.tell(
        f"write its text where TODO stands: `replyctl snippets edit {chosen}` opens it, and checks it afterwards"
    )


def _outline(name: str | None, settings: Settings) -> tuple[Outline, str]:
    """What is wanted, asked where somebody can be asked, and the snippet's name."""
    from replyctl.desk.skeleton import Outline

    if terminal := _terminal():
        from replyctl.cli.ask.new_snippet import ask_outline
        from replyctl.cli.ask.user_interface import UserInterface

        with terminal.session():
            return ask_outline(UserInterface.on(terminal).ask, name, settings.language or DEFAULT)
    if name is None:
        hint = "name it, as in `replyctl snippets new order-delayed`; on a terminal it is asked"
        raise UsageError("which name?", hint=hint)
    title = name.replace("-", " ")
    return Outline(title[:1].upper() + title[1:], languages=(settings.language or DEFAULT,)), name


def _terminal() -> Terminal | None:
    if sys.platform == "win32":
        return None
    from replyctl.cli.ask.tty import open_terminal

    return open_terminal()


def _place(name: str, library: Path | None) -> Path:
    """Where that snippet would stand, in the library or among the agent's own. OutputError where one stands already."""
    layer = written_to(library)
    taken = layer.scan()[0].get(name) if layer.root.is_dir() else None
    path = taken[0] if taken else layer.root / f"{name}.yaml"
    if path.exists() or path.is_symlink():
        hint = f"`replyctl snippets edit {name}` changes it"
        raise OutputError(f"{printable(str(path))} is there already: left as it is", hint=hint)
    return path


def written_to(library: Path | None) -> Layer:
    """The layer that new files go to: the library that was named, else the agent's own. OutputError without a home."""
    from replyctl import paths
    from replyctl.library.layer import Layer

    if library:
        return Layer.team(library)
    folder = paths.config("snippets")
    if folder is None:
        raise OutputError("there is no folder of your own, since the home folder is not known", hint="set HOME")
    return Layer.personal(folder)


def _write(path: Path, text: str) -> None:
    from replyctl import paths

    paths.made(path.parent)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:  # never over another file
            file.write(text)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error
