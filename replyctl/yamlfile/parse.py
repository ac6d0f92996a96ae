"""Bytes to a tree, from YAML events: constructs no objects, and has limits on size, depth and aliases."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from replyctl.bounds import FILE
from replyctl.clean import printable
from replyctl.errors import Place
from replyctl.opening import regular
from replyctl.yamlfile.tree import Node, Tree, data_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from replyctl.errors import ReplyctlError

DEPTH = 50
PIECES = 50_000
"""Most values and keys in one file."""
REPEATED = 10_000
"""Most values that aliases may stand for in one file; nested aliases could stand for billions."""

_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[^\t\r\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|(?<!\\A)\ufeff")


def read(path: Path, error: type[ReplyctlError]) -> Tree:
    """The file at `path`. Raises `error`, with its place, if it is not one plain YAML mapping."""
    try:
        content = regular(path, FILE)
    except OSError as problem:
        raise error(f"cannot be read: {problem.strerror}", place=Place(str(path))) from problem
    return parse(content, str(path), error)


def parse(content: bytes | str, file: str, error: type[ReplyctlError]) -> Tree:
    """The mapping in `content`, an empty one if it is blank; `file` is its name in errors. Raises `error`."""
    text = _decoded(content, file, error)
    lines = tuple(_LINE_END.split(text))
    builder = _Builder(file, lines, error)
    if bad := _NOT_TEXT.search(text):
        before = _LINE_END.split(text[: bad.start()])
        raise builder.fail(f"a control character (U+{ord(bad[0]):04X})", (len(before), len(before[-1]) + 1))
    root = builder.build(text) or Node({}, 1, 1)
    if not isinstance(root.value, dict):
        raise builder.fail("the file must be a mapping of keys to values", (root.line, root.column))
    return Tree(file, lines, root, data_of(root), error)


def _decoded(content: bytes | str, file: str, error: type[ReplyctlError]) -> str:
    if len(content) > FILE:
        raise error(f"larger than {FILE >> 20} MB", place=Place(file))
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise error("not UTF-8", hint="save the file as UTF-8", place=Place(file, line)) from problem


@dataclass(slots=True)
class _Builder:
    """Builds nodes from events; refuses YAML features that these files do not need."""

    file: str
    lines: tuple[str, ...]
    error: type[ReplyctlError]
    anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)
    """By name: the node and its number of values."""
    count: int = 0
    repeated: int = 0
    last: Node | None = None
    """The last scalar read."""

    def fail(self, message: str, at: tuple[int, int], hint: str = "") -> ReplyctlError:
        quoted = self.lines[at[0] - 1] if at[0] <= len(self.lines) else ""
        return self.error(message, hint=hint, place=Place(self.file, *at, quoted))

    def build(self, text: str) -> Node | None:
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        events = (event for event in yaml.parse(text, Loader=loader) if not isinstance(event, yaml.DocumentEndEvent))
        root = None
        try:
            next(events)  # the stream's start
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    if root:
                        raise self.fail("a second document", _at(event), "put each document into a file of its own")
                    root = self.node(next(events), events, 0)
        except yaml.MarkedYAMLError as problem:
            from replyctl.yamlfile.yaml_errors import advised

            raise self.fail(*advised(problem, self.lines, self.last)) from None
        return root

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:  # noqa: ANN401 - yaml's events share no useful type
        name = type(event).__name__
        if name == "AliasEvent":
            return self.alias(event)
        if event.tag is not None:
            hint = "remove the tag, or quote the value if the ! is text"
            raise self.fail(f"a tag ({printable(event.tag)})", _at(event), hint)
        if depth > DEPTH:
            raise self.fail(f"nested deeper than {DEPTH}", _at(event))
        before = self.count
        self.count += 1
        if self.count > PIECES:
            raise self.fail(f"more than {PIECES:,} values in one file", _at(event))
        node = Node(None, *_at(event))
        if name == "ScalarEvent":
            node.plain, node.style = event.implicit[0], event.style or ""
            node.end = event.end_mark.line + 1, event.end_mark.column + 1
            node.value = None if node.plain and not event.value else event.value
            self.last = node
        elif name == "SequenceStartEvent":
            node.value = list(self.items(events, depth))
        else:
            self.fill(node, events, depth)
        if event.anchor:
            self.anchors[event.anchor] = (node, self.count - before)
        return node

    def alias(self, event: Any) -> Node:  # noqa: ANN401 - as above
        if event.anchor not in self.anchors:
            raise self.fail(f"unknown anchor '{event.anchor}'", _at(event))
        node, size = self.anchors[event.anchor]
        self.repeated += size
        self.count += size
        if self.repeated > REPEATED:
            raise self.fail("aliases repeat too much", _at(event), "write the values out")
        return node

    def items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        for event in events:
            if type(event).__name__ == "SequenceEndEvent":
                return
            yield self.node(event, events, depth + 1)

    def fill(self, node: Node, events: Iterator[Any], depth: int) -> None:
        node.value = {}
        for event in events:
            if type(event).__name__ == "MappingEndEvent":
                return
            key = self.node(event, events, depth + 1)
            if not isinstance(key.value, str):
                raise self.fail("a key must be a word", _at(event), 'quote it, as in "{{ … }}", if it is text')
            if key.value in node.value:
                first = node.keys[key.value][0]
                message = f"the key '{printable(key.value)}' is there twice"
                raise self.fail(message, _at(event), f"the first is on line {first}")
            node.keys[key.value] = _at(event)
            node.value[key.value] = self.node(next(events), events, depth + 1)


def _at(event: Any) -> tuple[int, int]:  # noqa: ANN401 - as above
    return event.start_mark.line + 1, event.start_mark.column + 1
