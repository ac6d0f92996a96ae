"""Which texts of a snippet YAML must not make less of than was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.yamlfile.swallowed import check_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Tree

_TOP = ("title", "notes", "asks")
_BELOW = {
    "text": ("subject", "body"),
    "fields": ("ask", "example", "default", "choices", "validate"),
    "parts": ("ask", "default"),
}
"""The keys, two below these, that hold text."""


def check(tree: Tree) -> Iterator[ReplyctlError]:
    """Every text of a snippet's file that is not what was written, see `yamlfile.swallowed`."""
    for path, _ in tree.scalars():
        if path[0] in _TOP or (len(path) > 2 and path[2] in _BELOW.get(str(path[0]), ())):  # noqa: PLR2004 - see _BELOW
            yield from check_text(tree, path)
