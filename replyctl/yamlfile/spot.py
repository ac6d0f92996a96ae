"""Where in the file a character of a scalar's value stands, however the scalar is written."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.yamlfile.tree import Node

# Styles of writing differ in blanks, which YAML folds and strips, and in escapes. So what is counted is all else: the
# tenth character of the value that is no blank is the tenth of the file's scalar that is none.
_BLANKS = " \t\n\r\x85\u2028\u2029"
_NO_BLANK = re.compile(f"[^{_BLANKS}]")
_SINGLE = re.compile(f"''|[^{_BLANKS}]")
_DOUBLE = re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|.)|.", re.DOTALL)
_BLANK_ESCAPES = "ntrNLP" + _BLANKS


def spot(lines: Sequence[str], node: Node, offset: int) -> tuple[int, int]:
    """Line and column, 1-based, of the character at `offset` of the value of `node`, a string; its end if it is none."""
    raw = "\n".join(lines[node.line - 1 : node.end[0]])
    last = lines[node.end[0] - 1] if node.end[0] <= len(lines) else ""
    start, stop = node.column - 1, len(raw) - len(last) + node.end[1] - 1
    if node.style in {"'", '"'}:
        start, stop = start + 1, stop - 1
    elif node.style:  # a block begins under the line of its mark
        start = raw.find("\n") + 1
    before = sum(1 for _ in _NO_BLANK.finditer(node.value, 0, offset))
    at = next(islice(_characters(raw, start, stop, node.style), before, None), stop)
    return node.line + raw.count("\n", 0, at), at - raw.rfind("\n", 0, at)


def _characters(raw: str, start: int, stop: int, style: str) -> Iterator[int]:
    """Where each character of the value that is no blank begins in `raw`."""
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
