"""Texts that YAML makes less of than was written: cut at a `#`, or with their lines joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.yamlfile.tree import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Node, Path, Tree

_LIST = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")
_LABELLED = re.compile(r"\s*[^\s:：.{][^:：.{\n]{0,30}(?:: |：)\s*\S")
_SHOWN = 30


def check_text(tree: Tree, path: Path) -> Iterator[ReplyctlError]:
    """What is wrong with the text at `path`."""
    node = tree.node(path)
    if node is None or not node.plain:
        if node is not None and (line := _joined(_lines(tree, node), node.style)):
            hint = f"write `{path[-1]}: |` and the text below it"
            place = tree.place(path)._replace(line=node.line + line, column=1, quoted=tree.lines[node.line + line - 1])
            how = "behind >" if node.style == ">" else "in quotes"
            yield tree.error(
                f"{how} YAML joins this line to the one before it: the list is lost", hint=hint, place=place
            )
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


def _lines(tree: Tree, node: Node) -> Sequence[str]:
    """The lines of a scalar; a block ends before the line that ends it."""
    ends_here = node.style in {"'", '"'} or node.end[1] > 1
    return tree.lines[node.line - 1 : node.end[0] if ends_here else node.end[0] - 1]


def _joined(lines: Sequence[str], style: str) -> int:
    """How many lines below the first one an item of a list is joined to the line before it, 0 if none is."""
    if style == "|" or len(lines) < 3:  # noqa: PLR2004 - the mark or the key, and two lines to join
        return 0
    depth = min((_depth(line) for line in lines[1:] if line.strip()), default=0)
    for number in range(2, len(lines)):
        two = lines[number - 1 : number + 1]
        # Behind > what is indented further keeps its lines.
        flat = all(line.strip() and (style != ">" or _depth(line) == depth) for line in two)
        if flat and any(all(map(kind.match, two)) for kind in (_LIST, _LABELLED)):
            return number
    return 0


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _cuts(value: str | None, comment: str) -> bool:
    """Whether a comment may have been meant as text: behind a text, or `#12` where there is none."""
    return isinstance(scalar(value), str) if value is not None else bool(re.match(r"\S", comment))
