"""What was written down, as the class that it was written from; a file may be damaged, or of another version."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from replyctl import ownership
from replyctl.clean import safe
from replyctl.yamlfile.validate import adapter

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")
UNREADABLE = (OSError, ValueError, TypeError, AttributeError, RecursionError)
"""What `read` raises over a file that holds no such thing."""


def read(path: Path | None, kind: type[T]) -> T | None:
    """The `kind`, a dataclass, whose fields the JSON at `path` holds; None where there is no file.

    Fields that another version had are passed over. Raises one of UNREADABLE for what cannot be used.
    """
    try:
        content = ownership.kept(path)
    except FileNotFoundError:
        return None
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type] # a dataclass, which has no type of its own
    found: dict[str, Any] = {name: value for name, value in safe(json.loads(content)).items() if name in names}
    (value,) = adapter(kind).validate_python([found])
    return value  # type: ignore[no-any-return] # pydantic gives what it was asked for
