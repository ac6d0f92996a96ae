"""Texts that YAML silently changes: cut at a `#`, or with lines joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.yamlfile.tree import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Path, Tree

_TOP = ("title", "notes", "asks")
_BELOW = {
    "text": ("subject", "body"),
    "fields": ("ask", "example", "default", "choices", "validate"),
    "parts": ("ask", "default"),
}
"""Keys with text, two levels below these."""
_LIST = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")
_SHOWN = 30


def check(tree: Tree) -> Iterator[ReplyctlError]:
    """All texts of a snippet file that YAML changes."""
    for path, _ in tree.scalars():
        if path[0] in _TOP or (len(path) > 2 and path[2] in _BELOW.get(str(path[0]), ())):  # noqa: PLR2004 - see _BELOW
            yield from check_text(tree, path)


def check_text(tree: Tree, path: Path) -> Iterator[ReplyctlError]:
    """How YAML changes the text at `path`, if it does."""
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
        hint = f"write `{path[-1]}: |` with the text below it"
        yield tree.fail(path, "YAML joins these lines into one", hint=hint)


def _cuts(value: str | None, comment: str) -> bool:
    """Whether a comment may be meant as text: it follows text, or is like `#12`."""
    return isinstance(scalar(value), str) if value is not None else bool(re.match(r"\S", comment))
