"""An option that takes a name from a table, so that a new entry becomes a new choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable


def one_of(names: Iterable[str]) -> dict[str, Any]:
    """The arguments for `typer.Option`."""
    known = tuple(names)

    def parse(text: str) -> str:
        if text in known:
            return text
        raise typer.BadParameter(f"'{text}' is not one of {', '.join(known)}.")

    return {"parser": parse, "metavar": f"<{'|'.join(known)}>", "autocompletion": _starting(known)}


def _starting(known: tuple[str, ...]) -> Any:  # noqa: ANN401 - typer looks at a completer's own signature
    def complete(incomplete: str) -> list[str]:
        return [name for name in known if name.startswith(incomplete)]

    return complete
