"""The place in the file of a character of a scalar's value, for every scalar style."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.yamlfile.tree import Node

# Scalar styles differ in blanks, which YAML folds and strips, and in escapes. So only other characters are counted:
# the tenth non-blank character of the value is the tenth non-blank character of the scalar in the file.
_BLANKS = " \t\n\r\x85\u2028\u2029"
_NO_BLANK = re.compile(f"[^{_BLANKS}]")
_SINGLE = re.compile(f"''|[^{_BLANKS}]")
_DOUBLE = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|.)|.", re.DOTALL)
_BLANK_ESCAPES = "ntrNLP" + _BLANKS


def spot(lines: Sequence[str], node: Node, offset: int) -> tuple[int, int]:
    """Line and column, 1-based, of the character at `offset` in the string value of `node`, or its end."""
    raw = "\n".join(lines[node.line - 1 : node.end[0]])
    last = lines[node.end[0] - 1] if node.end[0] <= len(lines) else ""
    start, stop = node.column - 1, len(raw) - len(last) + node.end[1] - 1
    if node.style in {"'", '"'}:
        start, stop = start + 1, stop - 1
    elif node.style:  # a block begins on the line after its mark
        start = raw.find("\n") + 1
    before = sum(1 for _ in _NO_BLANK.finditer(node.value, 0, offset))
    at = next(islice(_characters(raw, start, stop, node.style), before, None), stop)
    return node.line + raw.count("\n", 0, at), at - raw.rfind("\n", 0, at)


def _characters(raw: str, start: int, stop: int, style: str) -> Iterator[int]:
    """Where each non-blank character of the value begins in `raw`."""
    if style == '"':
        return (one.start() for one in _DOUBLE.finditer(raw, start, stop) if not _is_blank(one[0]))
    pattern = _SINGLE if style == "'" else _NO_BLANK
    return (one.start() for one in pattern.finditer(raw, start, stop))


def _is_blank(piece: str) -> bool:
    if len(piece) == 1:
        return piece in _BLANKS
    if piece[1] in "xuU":
        return chr(int(piece.strip("\\xuU"), 16)) in _BLANKS
    return piece[1] in _BLANK_ESCAPES
