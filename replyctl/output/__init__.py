"""A reply in the formats it can leave in: one file a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem


def _format(name: str) -> Callable[..., str]:
    """The `render` of the file of that name, which is loaded when it is called: a reply leaves in one format."""

    def render(reply: Reply, *, problems: Sequence[Problem] = ()) -> str:
        from importlib import import_module

        shown: str = import_module(f"{__name__}.{name}").render(reply, problems=problems)
        return shown

    return render


FORMATS = {name: _format(name) for name in ("text", "draft", "eml", "html", "json")}
"""By the name that `-f` takes: `render(reply, *, problems=()) -> str`, whole and with its line ends, to be written as
UTF-8. OutputError if the reply cannot be put into that format."""
