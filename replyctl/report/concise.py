"""`-f concise`: `path:line:column: severity rule: message`, one line per problem, for editors and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.clean import printable

if TYPE_CHECKING:
    from replyctl.report.checked import Checked
    from replyctl.report.protocol import Style


class Concise:
    """One line per problem; `[*]` marks one that `--fix` can fix."""

    head, tail = "", ""

    def __init__(self, _look: Style) -> None: ...

    def draft(self, checked: Checked) -> str:
        """One draft's lines."""
        return "".join(
            f"{checked.label}:{one.line}:{one.column}: {one.severity} {one.rule}"
            f"{' [*]' if one.fix and one.fix.safe else ''}: {printable(' '.join(one.message.split()))}\n"
            for one in checked.problems
        )

    def early(self, _checked: Checked) -> str:
        """Nothing: what is found later may stand before it."""
        return ""

    def error(self, _place: dict[str, Any]) -> str:
        """Nothing: the error is printed on stderr."""
        return ""
