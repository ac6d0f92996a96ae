"""`-f jsonl`: one object a line, a line a draft, in order, as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.report.json import dumps

if TYPE_CHECKING:
    from replyctl.report.checked import Checked


class Report:
    """Lines of JSON."""

    head, tail = "", ""

    def draft(self, checked: Checked) -> str:
        """One draft's line."""
        return self.error(checked.as_dict())

    def error(self, place: dict[str, Any]) -> str:
        """The line of an input that cannot be read."""
        return dumps(place) + "\n"
