"""`replyctl config`: show and change the configuration."""

from __future__ import annotations

from typing import Annotated

import typer

from replyctl.errors import ConfigError


def register(app: typer.Typer) -> None:
    """Add `config show`, `config set` and `config path`."""
    group = typer.Typer(name="config", help="Show and change the configuration.", no_args_is_help=True)
    group.command("show")(show)
    group.command("set")(change)
    group.command("path")(path)
    app.add_typer(group)


def show(ctx: typer.Context) -> None:
    """Show every setting with its value and where it comes from."""
    from replyctl.config import flow, origins

    rows = [(f"{one.key}: {flow(one.value) if one.value else ''}".rstrip(), one) for one in origins()]
    lines = [f"{text}  # {one.origin if one.value or one.origin != 'default' else 'not set'}" for text, one in rows]
    ctx.obj.show("".join(f"{line}\n" for line in lines))


def change(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(help="The setting, such as agent.name, tone.he or lint.ignore.")],
    value: Annotated[str, typer.Argument(help="Its value. Separate the items of a list with commas.")],
) -> None:
    """Change a setting in your own file; the rest of the file stays as it is."""
    from replyctl.config import set_value
    from replyctl.lint import configured

    file = set_value(key, value, lambda settings: configured.check(settings.lint, in_use=False))
    ctx.obj.tell(f"{key} is set in {file}")
    if stronger := _hidden(key, str(file)):
        ctx.obj.tell(f"but it has no effect in this folder: {stronger} overrides it")


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
    return "" if found.startswith(f"{file}:") else found
