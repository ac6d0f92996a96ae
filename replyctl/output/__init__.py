"""The output formats of a reply, one file each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem


def _format(name: str) -> Callable[..., str]:
    """The `render` of that module, imported when called."""

    def render(reply: Reply, *, problems: Sequence[Problem] = (), **options: bool) -> str:
        from importlib import import_module

        shown: str = import_module(f"{__name__}.{name}").render(reply, problems=problems, **options)
        return shown

    return render


FORMATS = {name: _format(name) for name in ("text", "draft", "eml", "html", "json")}
"""By `-f` name: `render(reply, *, problems=()) -> str`, the whole output, to be written as UTF-8. OutputError if the
format cannot hold the reply. `eml` takes `complete=True` too."""
HEADED = ("draft", "eml")
"""Those with a header that says to whom the reply goes."""
