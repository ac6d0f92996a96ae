"""A tree whose misspelt keys have the names that were meant, so that one mistake is told and not what follows from it."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from replyctl.yamlfile.tree import Node, Path, Tree, data_of
from replyctl.yamlfile.validate import known_keys

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.errors import ReplyctlError

_LONGEST = 100
"""Characters of a key that may be a misspelt one."""


def meant(cls: type[Any], tree: Tree, given: Collection[str] = ()) -> tuple[Tree, list[ReplyctlError]]:
    """The tree as its author meant it, and the errors about its misspelt keys, each at its place.

    `given` are fields of `cls` that are not in the file. Keys that resemble none are left for `checked` to tell.
    """
    wrong: list[ReplyctlError] = []

    def of(node: Node, path: Path, place: Path) -> Node:
        """The node, which `path` leads to in what is meant, and `place` in the file."""
        if isinstance(node.value, list):
            return replace(node, value=[of(one, (*path, at), (*place, at)) for at, one in enumerate(node.value)])
        if not isinstance(node.value, dict):
            return node
        keys: dict[str, Node] = node.value
        known = [key for key in known_keys(cls, path) if path or key not in given]
        right = _right(keys, known)
        wrong.extend(tree.unknown_key((*place, key), known) for key in right)
        names: dict[str, str] = {key: right.get(key, key) for key in keys}
        below = {names[key]: of(one, (*path, names[key]), (*place, key)) for key, one in keys.items()}
        return replace(node, value=below, keys={names[key]: at for key, at in node.keys.items()})

    root = of(tree.root, (), ())
    return (replace(tree, root=root, data=data_of(root)), wrong) if wrong else (tree, wrong)


def _right(keys: Collection[str], known: Collection[str]) -> dict[str, str]:
    """The misspelt ones of `keys` with the key that each stands for, one for each that is missing."""
    missing = [key for key in known if key not in keys]
    right: dict[str, str] = {}
    for key in keys:
        near = get_close_matches(key, known, n=1) if key not in known and len(key) <= _LONGEST else ()
        if near and near[0] in missing:
            right[key] = near[0]
            missing.remove(near[0])
    return right
