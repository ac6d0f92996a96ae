"""The last reply, kept so that it can be printed, copied or saved once more."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

from replyctl.compose.reply import Reply
from replyctl.files import write_atomic
from replyctl.library.values import Value
from replyctl.state import folder, private

_FILE = "last.json"


def save(reply: Reply) -> None:
    """Keep `reply` in place of the one before, atomically, mode 600. Raises OutputError."""
    kept = {one.name: getattr(reply, one.name) for one in fields(reply)}
    kept["values"] = {name: [_plain(value.value), value.origin] for name, value in reply.values.items()}
    kept["context"] = dict(reply.context)
    write_atomic(private(folder()) / _FILE, json.dumps(kept, default=_plain).encode(), 0o600)


def load() -> Reply | None:
    """The last reply; None if there is none, or it cannot be read. Dates and amounts come back as their text."""
    try:
        kept: dict[str, Any] = json.loads((folder() / _FILE).read_bytes())
        kept["values"] = {name: Value(value, origin) for name, (value, origin) in kept["values"].items()}
        kept["approved"] = tuple((start, end) for start, end in kept["approved"])
        for name in ("snippets", "attachments", "left_out"):
            kept[name] = tuple(kept[name])
        return Reply(**kept)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int | float | list | tuple | dict):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
