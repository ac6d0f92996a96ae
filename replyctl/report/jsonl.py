"""`-f jsonl`: one object per line and draft, in order, printed draft by draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.report.json import dumps

if TYPE_CHECKING:
    from replyctl.report.checked import Checked
    from replyctl.report.protocol import Style


class Jsonl:
    """Lines of JSON."""

    head, tail = "", ""

    def __init__(self, _look: Style) -> None: ...

    def draft(self, checked: Checked) -> str:
        """One draft's line."""
        return self.error(checked.as_dict())

    def early(self, _checked: Checked) -> str:
        """Nothing: what is found later may stand before it."""
        return ""

    def error(self, place: dict[str, Any]) -> str:
        """The line of an input that cannot be read."""
        return dumps(place) + "\n"
