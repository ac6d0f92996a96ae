"""The last reply, kept so that it can be printed, copied or saved once more."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date

from replyctl import paths
from replyctl.compose.reply import Reply
from replyctl.errors import DataError
from replyctl.files import removed, write_atomic

_FILE = "last.json"


def save(reply: Reply) -> None:
    """Keep `reply` as the last one, atomically, mode 600. Raises OutputError."""
    kept = {one.name: getattr(reply, one.name) for one in fields(reply)}
    kept["values"] = {name: [_plain(value.value), value.origin] for name, value in reply.values.items()}
    kept["context"] = dict(reply.context)
    write_atomic(paths.private(paths.state()) / _FILE, json.dumps(kept, default=_plain).encode(), 0o600)


def load() -> Reply | None:
    """The last reply, None if there is none; dates and amounts come back as text.

    DataError, naming the file, if it cannot be read.
    """
    from replyctl.memory import restore

    path = paths.state(_FILE)
    try:
        return restore.read(path, Reply)
    except restore.UNREADABLE:
        hint = f"{path} is damaged, or other users can write to it"
        raise DataError("the last reply cannot be read", hint=hint) from None


def forget(before: float | None) -> bool:
    """Remove it, if it was saved before that moment (None: whenever). Returns whether it was there. OutputError."""
    return removed(paths.state(_FILE), before)


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int | float | list | tuple | dict):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
