"""`-f json`: an array of one object a draft, printed as it goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from replyctl.report.checked import Checked


class Report:
    """An array that grows; `head` and `tail` close it around whatever came."""

    head, tail = "[", "]\n"

    def __init__(self) -> None:
        self.first = True

    def draft(self, checked: Checked) -> str:
        """One draft's object."""
        return self.raw(checked.as_dict())

    def error(self, place: dict[str, Any]) -> str:
        """The object of an input that cannot be read."""
        return self.raw(place)

    def raw(self, data: dict[str, Any]) -> str:
        """Any object, as the next of the array."""
        comma, self.first = ("" if self.first else ","), False
        return f"{comma}\n{json.dumps(data, ensure_ascii=False, indent=2)}"
