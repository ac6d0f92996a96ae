"""A YAML mapping as text with one value put in or taken out; all else in it, with its comments, stays as it is.

The text is edited at the positions that YAML reports; `edit.py` checks that the result holds what it should.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_PLAIN = r"[^\W\d_](?:[\w .@+/-]*\w)?"
_RESERVED = {"true", "false", "yes", "no", "on", "off", "y", "n", "null"}
"""Words that YAML 1.1 readers do not read as text."""


def edited(text: str, path: tuple[str, ...], value: Any) -> str:  # noqa: ANN401 - str, list[str], number or bool
    """`text`, a YAML mapping that parses, with `value` at `path`."""
    node = _composed(text)
    if node is None:
        return f"{_ended(text)}{_block(path, value, 0)}"
    for depth, step in enumerate(path):
        pair = next((pair for pair in node.value if pair[0].value == step), None)
        if pair is None:
            return _insert(text, node, path[depth:], value)
        if depth == len(path) - 1 or pair[1].id != "mapping":
            return _replace(text, pair[0], pair[1], _flow(path[depth + 1 :], value))
        node = pair[1]
    return text


def removed(text: str, path: tuple[str, ...]) -> str:
    """`text` without the value at `path`, and without the mappings that it would leave empty."""
    found: list[tuple[Any, int]] = []
    node = _composed(text)
    for step in path:
        pairs = getattr(node, "value", None) or []
        at = next((at for at, pair in enumerate(pairs) if isinstance(pair, tuple) and pair[0].value == step), None)
        if at is None:
            return text
        found.append((node, at))
        node = pairs[at][1]
    while len(found) > 1 and len(found[-1][0].value) == 1:
        found.pop()
    mapping, at = found[-1]
    return _cut_item(text, mapping.value, at) if mapping.flow_style else _cut_lines(text, *mapping.value[at])


def _composed(text: str) -> Any:  # noqa: ANN401 - yaml's nodes
    import yaml  # only for a file that is changed

    return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _cut_item(text: str, pairs: Any, at: int) -> str:  # noqa: ANN401 - as above
    start, end = pairs[at][0].start_mark.index, pairs[at][1].end_mark.index
    if at + 1 < len(pairs):
        end = pairs[at + 1][0].start_mark.index
    elif at:
        start = pairs[at - 1][1].end_mark.index
    return text[:start] + text[end:]


def _cut_lines(text: str, key: Any, node: Any) -> str:  # noqa: ANN401 - as above
    start = text.rfind("\n", 0, key.start_mark.index) + 1
    end = max(_end(text, node), text.index(":", key.end_mark.index) + 1)
    if not text[:end].endswith("\n"):
        end = text.find("\n", end) + 1 or len(text)
    return text[:start] + text[end:]


def _replace(text: str, key: Any, node: Any, new: str) -> str:  # noqa: ANN401 - yaml's nodes
    colon = text.index(":", key.end_mark.index) + 1
    end = _end(text, node)
    inline = text[colon : node.start_mark.index] if node.start_mark.line == key.start_mark.line else ""
    tail = "\n" if text[:end].endswith("\n") else ""
    return f"{text[:colon]}{inline or ' '}{new}{tail}{text[end:]}"


def _insert(text: str, mapping: Any, path: tuple[str, ...], value: Any) -> str:  # noqa: ANN401 - yaml's nodes
    if mapping.flow_style:
        end = mapping.end_mark.index - 1
        comma = ", " if mapping.value else ""
        return f"{text[:end].rstrip()}{comma}{_flow(path, value)[1:-1]}{text[end:]}"
    end = _end(text, mapping.value[-1][1])
    if not text[:end].endswith("\n"):
        end = text.find("\n", end) + 1 or len(text)
    return f"{_ended(text[:end])}{_block(path, value, mapping.start_mark.column)}{text[end:]}"


def _end(text: str, node: Any) -> int:  # noqa: ANN401 - as above
    """Where a value ends. YAML includes blank lines and comments after a block."""
    end: int = node.end_mark.index
    lines = text[node.start_mark.index : end].splitlines(keepends=True)
    while len(lines) > 1 and (
        not lines[-1].strip() or (isinstance(node.value, list) and lines[-1].lstrip()[:1] == "#")
    ):
        end -= len(lines.pop())
    return end


def _block(path: tuple[str, ...], value: Any, indent: int) -> str:  # noqa: ANN401 - as above
    lines = [f"{' ' * (indent + 2 * depth)}{_scalar(name)}:" for depth, name in enumerate(path)]
    return "\n".join(lines) + f" {flow(value)}\n"


def _flow(path: tuple[str, ...], value: Any) -> str:  # noqa: ANN401 - as above
    return f"{{{_scalar(path[0])}: {_flow(path[1:], value)}}}" if path else flow(value)


def flow(value: Any) -> str:  # noqa: ANN401 - any setting's value
    """A value as YAML on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_scalar(key)}: {flow(inner)}' for key, inner in value.items())}}}"
    return f"[{', '.join(flow(item) for item in value)}]" if isinstance(value, list | tuple) else _scalar(value)


def _scalar(value: Any) -> str:  # noqa: ANN401 - as above
    import json

    if isinstance(value, str) and re.fullmatch(_PLAIN, value) and value.lower() not in _RESERVED:
        return value
    return json.dumps(value, ensure_ascii=False)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
