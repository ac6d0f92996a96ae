"""`replyctl config`: show and change the configuration."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from replyctl.cli import completion
from replyctl.cli.help import COMPUTER, App
from replyctl.errors import ConfigError

_NEW = "# Your settings; `replyctl config show` lists them all.\n"


def register(app: typer.Typer) -> None:
    """Add `config show`, `get`, `set`, `unset`, `edit` and `path`."""
    group = App(name="config", help="Show and change the configuration.", no_args_is_help=True)
    group.command("show")(show)
    group.command("get")(get)
    group.command("set")(change)
    group.command("unset")(unset)
    group.command("edit")(edit)
    group.command("path")(path)
    app.add_typer(group, rich_help_panel=COMPUTER)


Key = Annotated[
    str,
    typer.Argument(
        metavar="KEY", autocompletion=completion.settings, help="The setting, such as agent.name or tone.he."
    ),
]


def show(ctx: typer.Context) -> None:
    """Show every setting with its value and where it comes from."""
    from replyctl.config import flow, origins

    rows = [(f"{one.key}: {flow(one.value) if one.value else ''}".rstrip(), one) for one in origins()]
    lines = [f"{text}  # {one.origin if one.value or one.origin != 'default' else 'not set'}" for text, one in rows]
    ctx.obj.show("".join(f"{line}\n" for line in lines))


def get(ctx: typer.Context, key: Key) -> None:
    """Print the value of a setting: text as it is, a list or a section as YAML; nothing if it is not set."""
    from replyctl.config import flow
    from replyctl.config.keys import value

    found = value(key)
    if found in (None, "", (), {}):
        ctx.obj.tell(f"{key} is not set")
    else:
        ctx.obj.show(f"{found if isinstance(found, str) else flow(found)}\n")


def change(
    ctx: typer.Context,
    key: Key,
    value: Annotated[
        str, typer.Argument(metavar="VALUE", help="Its value; a list is YAML, [a, b], or items between commas.")
    ],
) -> None:
    """Change a setting in your own file; the rest of the file stays as it is."""
    from replyctl.config import set_value
    from replyctl.lint import configured

    file = set_value(key, value, lambda settings: configured.check(settings.lint, in_use=False))
    ctx.obj.tell(f"{key} is set in {file}")
    if stronger := _hidden(key, str(file)):
        ctx.obj.tell(f"but it has no effect in this folder: {stronger} overrides it")
    for folder in _not_there() if key == "libraries" else ():
        ctx.obj.tell(f"notice: there is no folder {folder} yet")


def unset(ctx: typer.Context, key: Key) -> None:
    """Take a setting out of your own file; the rest of the file stays as it is."""
    from replyctl.config import unset_value

    file, was_there = unset_value(key)
    ctx.obj.tell(f"{key} is no longer set in {file}" if was_there else f"{key} was not set in {file}")
    if other := _hidden(key, str(file)):
        ctx.obj.tell(f"but it has a value in this folder, from {other}")


def edit(ctx: typer.Context) -> None:
    """Open your own file in your editor, and check it afterwards."""
    from replyctl import paths
    from replyctl.cli.ask.editor import open_file
    from replyctl.config import user_file
    from replyctl.files import write_atomic

    file = user_file()
    if not file.exists():
        paths.made(file.parent)
        write_atomic(file, _NEW.encode(), 0o600)
    open_file(file)
    _check()
    ctx.obj.tell(f"{file} is in order")


def _check() -> None:
    """Raise ConfigError for the first mistake in the settings."""
    from replyctl import config
    from replyctl.lint import configured

    configured.check(config.load().lint)


def _not_there() -> list[str]:
    from replyctl import config

    return [folder for folder in config.load().libraries if not os.path.isdir(folder)]  # noqa: PTH112 - only asked


def path(ctx: typer.Context) -> None:
    """Print the path of your own configuration file."""
    from replyctl.config import user_file

    ctx.obj.show(f"{user_file()}\n")


def _hidden(key: str, file: str) -> str:
    """What overrides `key` of the user's file in this folder, or ""."""
    from replyctl.config import origins

    try:
        found = next((one.origin for one in origins() if key == one.key or key.startswith(f"{one.key}.")), "")
    except ConfigError:  # in another file, which is not the subject here
        return ""
    return "" if found == "default" or found.startswith(f"{file}:") else found
