"""Reads saved JSON back into its dataclass; a file may be damaged or from another version."""

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
"""Errors raised here for an unusable file."""


def read(path: Path | None, kind: type[T]) -> T | None:
    """The dataclass `kind` from the JSON at `path`; None if there is no file.

    Raises one of UNREADABLE if the content is unusable.
    """
    found = content(path)
    return None if found is None else fitted(kind, found)


def content(path: Path | None) -> Mapping[str, Any] | None:
    """The JSON object at `path`, None if there is no file. Raises one of UNREADABLE."""
    try:
        return dict(safe(json.loads(ownership.kept(path))).items())
    except FileNotFoundError:
        return None


def fitted(kind: type[T], found: Mapping[str, Any]) -> T:
    """The dataclass `kind` from the values `found`; fields of other versions are ignored.

    Raises one of UNREADABLE if a value does not fit.
    """
    names = {one.name for one in fields(kind)}  # type: ignore[arg-type] # a dataclass, which has no type of its own
    (value,) = adapter(kind).validate_python([{name: value for name, value in found.items() if name in names}])
    return value  # type: ignore[no-any-return] # pydantic gives what it was asked for
