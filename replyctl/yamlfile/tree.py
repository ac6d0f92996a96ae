"""The content of a YAML file, with the place of each piece."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from replyctl.errors import Place, ReplyctlError, did_you_mean
from replyctl.yamlfile.spot import spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list indexes from the top: ("fields", "order", "type"), ("tags", 0)."""


@dataclass(slots=True)
class Node:
    """A piece of the file: a string, a list or a mapping. `line` and `column` are 1-based."""

    value: Any
    """str (None where nothing was written), list[Node] or dict[str, Node]."""
    line: int
    column: int
    plain: bool = False
    """Whether it is a scalar without quotes or block mark."""
    style: str = ""
    """The style of a scalar: `|`, `>`, `'`, `"`, or "" if plain."""
    end: tuple[int, int] = (0, 0)
    """Line and column after a scalar."""
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each key of a mapping."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A file that is one mapping."""

    file: str
    lines: tuple[str, ...]
    root: Node
    data: dict[str, Any]
    """Plain dicts, lists and strings as written ("no" and "0123" stay that); None where nothing was written."""
    error: type[ReplyctlError]
    """The error class for mistakes in this file."""

    def node(self, path: Path) -> Node | None:
        """The piece at `path`, None if there is none."""
        node: Node | None = self.root
        for step in path:
            try:
                node = node.value[step] if node else None
            except (KeyError, IndexError, TypeError):
                return None
        return node

    def place(self, path: Path, *, key: bool = False, offset: int | None = None) -> Place:
        """The place of the value at `path` (with `key`, of its key), or of the nearest existing piece above it.

        `offset` is a character in a string value: then its place.
        """
        node = self.node(path)
        if node is None:
            return self.place(path[:-1], key=True)
        if not path:
            return Place(self.file)
        above = self.node(path[:-1])
        if (key or node.value is None) and above and path[-1] in above.keys:
            return self._at(*above.keys[str(path[-1])])
        return self._at(*(spot(self.lines, node, offset) if offset is not None else (node.line, node.column)))

    def fail(
        self, path: Path, message: str, *, hint: str = "", key: bool = False, offset: int | None = None
    ) -> ReplyctlError:
        """The error to raise about the value (or the `key`) at `path`; `offset` as in `place`."""
        return self.error(message, hint=hint, place=self.place(path, key=key, offset=offset))

    def comment(self, path: Path) -> Place | None:
        """The `#` behind a plain scalar, or behind a key without a value, on its line or as if the scalar went on below."""
        node = self.node(path)
        if node is None or not node.plain or node.end[0] > len(self.lines):
            return None
        line, column = node.end
        if found := re.compile(r"[ \t]+#").match(self.lines[line - 1], column - 1):
            return self._at(line, found.end())
        below = next((at for at in range(line + 1, len(self.lines) + 1) if self.lines[at - 1].strip()), None)
        if below is None or node.value is None:
            return None
        depth = len(self.lines[below - 1]) - len(self.lines[below - 1].lstrip(" "))
        above = self.node(path[:-1])
        least = above.keys[str(path[-1])][1] if above and path[-1] in above.keys else node.column - 1
        return self._at(below, depth + 1) if self.lines[below - 1][depth] == "#" and depth >= least else None

    def scalars(self) -> Iterator[tuple[Path, Node]]:
        """All strings and empty values, in order."""
        return scalars(self.root, ())

    def unknown_key(self, path: Path, known: Iterable[str]) -> ReplyctlError:
        """The error about an unknown key, with a suggestion."""
        key = str(path[-1])
        return self.fail(path, f"unknown key '{key}'", hint=did_you_mean(key, tuple(known)), key=True)

    def typed(self, path: Path = ()) -> Any:  # noqa: ANN401 - of any type
        """The data at `path`, with unquoted true, false and decimal numbers converted.

        For data that no class describes. None if there is nothing. "0123", "no", "12:30" and dates stay strings.
        """
        node = self.node(path)
        return None if node is None else _typed(node)

    def _at(self, line: int, column: int) -> Place:
        quoted = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Place(self.file, line, column, quoted)


def scalars(node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    """All strings and empty values of `node`, which stands at `path`, in order."""
    if isinstance(node.value, dict | list):
        pairs = node.value.items() if isinstance(node.value, dict) else enumerate(node.value)
        for step, below in pairs:
            yield from scalars(below, (*path, step))
    else:
        yield path, node


def data_of(node: Node) -> Any:  # noqa: ANN401 - dict, list, str or None
    """The plain data of `node`."""
    if isinstance(node.value, dict):
        return {key: data_of(value) for key, value in node.value.items()}
    return [data_of(value) for value in node.value] if isinstance(node.value, list) else node.value


def _typed(node: Node) -> Any:  # noqa: ANN401 - as above
    if isinstance(node.value, dict):
        return {key: _typed(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [_typed(value) for value in node.value]
    return scalar(node.value) if node.plain and node.value is not None else node.value


def scalar(text: str) -> str | int | float | bool:
    """An unquoted scalar converted, unless that would change how it is written."""
    if text in {"true", "false"}:
        return text == "true"
    for kind in (int, float):
        try:
            number = kind(text)
        except ValueError:
            continue
        if str(number) == text and text[-1].isdigit():  # not inf, not nan
            return number
    return text
