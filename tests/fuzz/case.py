"""A hostile input as plain JSON: what a run prints can be run again, and kept in `cases/`."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

_AGAIN = re.compile(r"(.{1,60}?)\1{5,}", re.DOTALL)
_PIECES = "+"
"""The key under which a text stands as its pieces, where one is repeated: {"+": ["start", ["again", 900], "end"]}."""


class Case(NamedTuple):
    """What a kind of case takes stands in its file."""

    text: str
    """What is made smaller first when something breaks; its length is the size of the case."""
    how: dict[str, Any]
    """All the rest."""

    @classmethod
    def read(cls, data: dict[str, Any]) -> Case:
        """From what `str` gave, or what stands in a file of cases."""
        return cls(_unpacked(data["text"]), _unpacked(data.get("how", {})))

    def __str__(self) -> str:
        return json.dumps({"text": _packed(self.text), "how": _packed(self.how)})


def _packed(value: Any) -> Any:  # noqa: ANN401 - JSON's values are of any type
    if isinstance(value, dict):
        return {key: _packed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_packed(one) for one in value]
    return _in_pieces(value) if isinstance(value, str) and _AGAIN.search(value) else value


def _in_pieces(text: str) -> dict[str, list[Any]]:
    pieces: list[Any] = []
    at = 0
    for found in _AGAIN.finditer(text):
        pieces += [text[at : found.start()], [found[1], len(found[0]) // len(found[1])]]
        at = found.end()
    return {_PIECES: [piece for piece in (*pieces, text[at:]) if piece]}


def _unpacked(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, dict) and list(value) == [_PIECES]:
        return "".join(one if isinstance(one, str) else one[0] * one[1] for one in value[_PIECES])
    if isinstance(value, dict):
        return {key: _unpacked(one) for key, one in value.items()}
    return [_unpacked(one) for one in value] if isinstance(value, list) else value
