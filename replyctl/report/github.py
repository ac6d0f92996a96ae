"""`-f github`: workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.clean import printable
from replyctl.lint.problem import Severity

if TYPE_CHECKING:
    from replyctl.report.checked import Checked
    from replyctl.report.protocol import Style

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


class Github:
    """One command per problem."""

    head, tail = "", ""

    def __init__(self, _look: Style) -> None: ...

    def draft(self, checked: Checked) -> str:
        """One draft's commands."""
        return "".join(
            f"::{_COMMANDS[one.severity]} file={_property(checked.name)},line={one.line},col={one.column},"
            f"title={_property(one.rule)}::{_data(one.message)}\n"
            for one in checked.problems
        )

    def early(self, _checked: Checked) -> str:
        """Nothing: what is found later may stand before it."""
        return ""

    def error(self, place: dict[str, Any]) -> str:
        """An input that cannot be read is an error too."""
        return f"::error::{_data(str(place['error']))}\n"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
