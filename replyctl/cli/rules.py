"""`replyctl rules`: the rules in a table, or one explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from replyctl.cli import completion
from replyctl.cli.help import REPLIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.cli.streams import Streams
    from replyctl.report.colour import Piece

_INDENT = "  "
_SENTENCES = 41
"""The column where sentences begin."""
_ROOM = 28
"""The least columns for them; else they stand below."""


def register(app: typer.Typer) -> None:
    """Add `rules`."""
    app.command("rules", rich_help_panel=REPLIES)(rules)


def rules(
    ctx: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[RULE|GROUP]", autocompletion=completion.rules, help="A rule to explain, or a group."),
    ] = None,
) -> None:
    """List the rules, those of a group, or explain one: why, examples, options, how to silence it."""
    from replyctl.lint import explain
    from replyctl.lint.rule import GROUPS
    from replyctl.report.colour import coloured

    streams: Streams = ctx.obj
    is_list = rule is None or rule in GROUPS
    told = explain.listed(rule or "") if is_list else explain.explained(rule or "")
    if not streams.stdout_is_terminal:
        streams.write(told)
        return
    columns = streams.columns()
    pieces = _table(told, columns) if is_list else _page(told, columns)
    streams.draw(coloured(pieces, on=streams.colour(on_stdout=True)))


def _table(told: str, columns: int) -> Iterator[Piece]:
    """The list in its groups, for a person; `told` has a line for each rule."""
    from replyctl.report.pretty import STYLES

    groups: dict[str, list[tuple[str, str, str]]] = {}
    for line in told.splitlines():
        name, severity, group, sentence = line.split(maxsplit=3)
        groups.setdefault(group, []).append((line[: line.index(severity)], severity, sentence))
    for group, rows in groups.items():
        yield f"{group}\n", "bold"
        for name, severity, sentence in rows:
            yield f"{_INDENT}{name}", ""
            yield severity, STYLES[severity]
            yield _sentence(sentence, len(_INDENT) + len(name) + len(severity), columns), ""
        yield "\n", ""


def _sentence(text: str, taken: int, columns: int) -> str:
    """The sentence behind `taken` columns of its row, or below it where there is no room."""
    from replyctl.text.breaks import broken

    hang = " " * _SENTENCES
    if columns < _SENTENCES + _ROOM:
        return "".join(f"\n{line}" for line in broken(text, columns, start=_INDENT * 2, hang=_INDENT * 2)) + "\n"
    return "\n".join(broken(text, columns, start=hang, hang=hang))[taken:] + "\n"


def _page(told: str, columns: int) -> Iterator[Piece]:
    """A rule's explanation, broken between words; `told` has a line for each paragraph."""
    from replyctl.text.breaks import broken

    styles = {"Bad:": "red", "Good:": "green"}
    for number, line in enumerate(told.splitlines()):
        indent = line[: len(line) - len(line.lstrip())]
        label = next((label for label in styles if line.startswith(label)), "")
        hang = " " * 6 if label else f"{indent}  " if indent else ""
        lines = "\n".join(broken(line[len(indent) :], columns, start=indent, hang=hang))
        yield lines[: len(label)], styles.get(label, "")
        yield f"{lines[len(label) :]}\n", "" if number else "bold"
