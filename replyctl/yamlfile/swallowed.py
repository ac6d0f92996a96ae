"""Texts that YAML makes less of than was written: cut at a `#`, or with their lines joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.yamlfile.tree import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Path, Tree

_LIST = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")
_SHOWN = 30


def check_text(tree: Tree, path: Path) -> Iterator[ReplyctlError]:
    """What is wrong with the text at `path`."""
    node = tree.node(path)
    if node is None or not node.plain:
        return
    comment = tree.comment(path)
    if comment and _cuts(node.value, comment.quoted[comment.column :]):
        shown = comment.quoted[comment.column - 1 :][:_SHOWN]
        hint = "put the text in quotes, or the comment on a line of its own"
        yield tree.error(f"YAML reads '{shown}' as a comment and cuts the text before it", hint=hint, place=comment)
    lines = tree.lines[node.line - 1 : node.end[0]]
    if len(lines) > 1 and any(not line.strip() or _LIST.match(line) for line in lines[1:]):
        hint = f"write `{path[-1]}: |` and the text below it"
        yield tree.fail(path, "without a bar YAML joins these lines into one", hint=hint)


def _cuts(value: str | None, comment: str) -> bool:
    """Whether a comment may have been meant as text: behind a text, or `#12` where there is none."""
    return isinstance(scalar(value), str) if value is not None else bool(re.match(r"\S", comment))
