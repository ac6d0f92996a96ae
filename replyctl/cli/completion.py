"""What a shell offers for the word that is being typed. Nothing is raised here: a shell would print it into the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from replyctl.errors import ReplyctlError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replyctl.compose.plan.declared import Declared

Words = list[str]


def languages(incomplete: str) -> Words:
    """For `--lang`."""
    from replyctl.language import available

    return _starting(available(), incomplete)


def values(ctx: typer.Context, incomplete: str) -> Words:
    """For `--set`: what can be set in a reply of the snippets that are named, up to the `=`."""
    from replyctl.compose.plan.declared import Declared

    declared = _declared(ctx) or Declared()
    return _starting([f"{name}=" for name in declared.names()], incomplete)


def parts(ctx: typer.Context, incomplete: str) -> Words:
    """For `--with` and `--without`: the parts of the snippets that are named, and the frame's."""
    from replyctl.compose.plan.declared import FRAME

    declared = _declared(ctx)
    return _starting((*(declared.parts if declared else ()), *FRAME), incomplete)


def rules(incomplete: str) -> Words:
    """The names of rules and groups, also behind a comma."""
    from replyctl.lint.explain import names
    from replyctl.lint.rule import GROUPS

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{name}" for name in _starting((*names(), *GROUPS), last)]


def settings(incomplete: str) -> Words:
    """The keys of the configuration."""
    from replyctl.config.flat import KEYS

    return _starting(KEYS, incomplete)


def _declared(ctx: typer.Context) -> Declared | None:
    """What the snippets of the command line declare, None if one of them cannot be read."""
    from replyctl import config
    from replyctl.cli.snippets import opened
    from replyctl.compose.plan.declared import Declared

    try:
        given = ctx.params
        library = opened(config.load(), given.get("library") or (), None, no_shipped=bool(given.get("no_shipped")))
        # Before an option that has no value yet the parser leaves the names where they are.
        named = given.get("snippets") or [word for word in ctx.args if word in library.files]
        snippets = [library.get(name) for name in named]
        return Declared.by(snippets, blank=bool(given.get("blank")))
    except ReplyctlError:
        return None


def _starting(names: Iterable[str], incomplete: str) -> Words:
    return [name for name in names if name.startswith(incomplete)]
