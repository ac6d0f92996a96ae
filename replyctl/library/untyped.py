"""Pieces of a file that may hold anything: what is looked at before, or beside, the check of types."""

from __future__ import annotations

from typing import Any


def mapping(data: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the file holds
    """`data` if it is a mapping, else an empty one: that it is none is told by the check of types."""
    return data if isinstance(data, dict) else {}


def items(data: Any) -> list[Any]:  # noqa: ANN401 - as above
    """`data` if it is a list, else an empty one."""
    return data if isinstance(data, list) else []
