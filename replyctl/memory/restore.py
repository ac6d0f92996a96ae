"""What was written down, as the class that it was written from; a file may be damaged, or of another version."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from replyctl import ownership
from replyctl.clean import safe
from replyctl.yamlfile.validate import adapter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

T = TypeVar("T")
UNREADABLE = (OSError, ValueError, TypeError, AttributeError, RecursionError)
"""What these raise over a file that holds no such thing."""


def read(path: Path | None, kind: type[T]) -> T | None:
    """The `kind`, a dataclass, whose fields the JSON at `path` holds; None where there is no file.

    Raises one of UNREADABLE for what cannot be used.
    """
    found = content(path)
    return None if found is None else fitted(kind, found)


def content(path: Path | None) -> Mapping[str, Any] | None:
    """What the JSON at `path` holds by name, None where there is no file. Raises one of UNREADABLE."""
    try:
        return dict(safe(json.loads(ownership.kept(path))).items())
    except FileNotFoundError:
        return None


def fitted(kind: type[T], found: Mapping[str, Any]) -> T:
    """The `kind`, a dataclass, of what was `found` for its fields; what another version had is passed over.

    Raises one of UNREADABLE for what does not fit.
    """
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type] # a dataclass, which has no type of its own
    (value,) = adapter(kind).validate_python([{name: value for name, value in found.items() if name in names}])
    return value  # type: ignore[no-any-return] # pydantic gives what it was asked for
