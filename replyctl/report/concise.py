"""`-f concise`: `path:line:column: severity rule: message`, a line a problem, for editors and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.clean import printable

if TYPE_CHECKING:
    from replyctl.report.checked import Checked


class Report:
    """A line a problem; `[*]` marks one that `--fix` mends."""

    head, tail = "", ""

    def draft(self, checked: Checked) -> str:
        """One draft's lines."""
        return "".join(
            f"{checked.label}:{one.line}:{one.column}: {one.severity} {one.rule}"
            f"{' [*]' if one.fix and one.fix.safe else ''}: {printable(' '.join(one.message.split()))}\n"
            for one in checked.problems
        )

    def error(self, _place: dict[str, Any]) -> str:
        """Nothing: the error is told on stderr."""
        return ""
