"""The page of `--help`, laid out; only made when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.cli.help import COMPUTER, TEAM
from replyctl.text.breaks import broken
from replyctl.text.width import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.report.colour import Piece

_ARGUMENTS, _OTHER = "Arguments", "Other"
_LAST = (TEAM, COMPUTER, _OTHER)
_LEFT = 26
"""Columns of the names; a longer one has a line of its own."""
_INDENT, _GAP = "  ", "  "
_NAME, _HEADING = "cyan", "bold"


def pieces(ctx: Any, room: int) -> Iterator[Piece]:  # noqa: ANN401 - of the click inside typer
    """The help of the command of a context, in `room` columns."""
    command = ctx.command
    usage = " ".join((ctx.command_path, *command.collect_usage_pieces(ctx)))
    yield "Usage: ", _HEADING
    yield _filled(usage, room, start=" " * len("Usage: ")).lstrip(), ""
    for paragraph in filter(None, (command.help or "").split("\n\n")):
        yield f"\n{_filled(' '.join(paragraph.split()), room, start=_INDENT)}", ""
    sections: dict[str, list[tuple[str, str]]] = {}
    for heading, names, told in (*_commands(ctx), *_parameters(ctx)):
        sections.setdefault(heading, []).append((names, told))
    for heading in sorted(sections, key=lambda heading: _LAST.index(heading) if heading in _LAST else -1):
        yield "\n", ""
        yield f"{heading}:\n", _HEADING
        left = max((columns for names, _ in sections[heading] if (columns := width(names)) <= _LEFT), default=_LEFT)
        for names, told in sections[heading]:
            yield f"{_INDENT}{names}", _NAME
            yield _beside(names, told, left, room), ""


def _commands(ctx: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 - as above
    for name, command in getattr(ctx.command, "commands", {}).items():
        if not command.hidden:
            yield getattr(command, "rich_help_panel", None) or "Commands", name, command.get_short_help_str(200)


def _parameters(ctx: Any) -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 - as above
    for param in ctx.command.get_params(ctx):
        if record := param.get_help_record(ctx):
            usual = _ARGUMENTS if param.param_type_name == "argument" else _OTHER
            yield getattr(param, "rich_help_panel", None) or usual, *record


def _beside(names: str, told: str, left: int, room: int) -> str:
    """The text beside the names, or below them if they are too long."""
    hang = " " * (len(_INDENT) + left + len(_GAP))
    if not told:
        return "\n"
    if width(names) > left:
        return f"\n{_filled(told, room, start=hang)}"
    taken = len(_INDENT) + width(names)
    return _filled(told, room, start=hang)[taken:]


def _filled(text: str, room: int, *, start: str) -> str:
    return "".join(f"{line}\n" for line in broken(text, room, start=start, hang=start))
