"""`-f json`: an array with one object per draft, printed draft by draft."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from replyctl.report.checked import Checked
    from replyctl.report.protocol import Style

_UNSAFE = r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""Controls, line separators, bidi overrides and isolates, lone surrogates."""


class Json:
    """An array printed in pieces; `head` and `tail` are its brackets."""

    head, tail = "[", "]\n"

    def __init__(self, _look: Style) -> None:
        self.first = True

    def draft(self, checked: Checked) -> str:
        """One draft's object."""
        return self.raw(checked.as_dict())

    def early(self, _checked: Checked) -> str:
        """Nothing: what is found later may stand before it."""
        return ""

    def error(self, place: dict[str, Any]) -> str:
        """The object of an input that cannot be read."""
        return self.raw(place)

    def raw(self, data: dict[str, Any]) -> str:
        """Any object, as the next item of the array."""
        comma, self.first = ("" if self.first else ","), False
        return f"{comma}\n{dumps(data, indent=2)}"


def dumps(data: Any, indent: int | None = None) -> str:  # noqa: ANN401 - JSON's values are of any type
    """JSON in UTF-8; also escapes what a terminal would obey or UTF-8 cannot hold."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return (
        text if text.isascii() and "\x7f" not in text else re.sub(_UNSAFE, lambda char: f"\\u{ord(char[0]):04x}", text)
    )
