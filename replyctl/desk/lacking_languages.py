"""Finds languages that a snippet has in one place but not in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.library.localized import nearest
from replyctl.library.untyped import items, mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Path, Tree

_OF_FIELDS = ("ask", "example", "default")


def lacking(tree: Tree) -> Iterator[ReplyctlError]:
    """Errors for places that lack a language of the texts, and for texts that lack one of the title or `asks`."""
    places = [(path, _tags(tree, path)) for path in _places(tree)]
    texts = tuple(map(str, mapping(tree.data.get("text"))))
    spoken = dict.fromkeys(tag for path, tags in places if path[0] in {"title", "asks"} for tag in tags)
    for path, tags in (*places, (("text",), texts)):
        wanted = spoken if path == ("text",) else texts
        gone = [tag for tag in wanted if nearest(dict.fromkeys(tags), tag) is None]
        if tags and gone:
            name = ".".join(map(str, path))
            missing = " and ".join(f"'{tag}'" for tag in gone)
            yield tree.fail(path, f"'{name}' lacks {missing}", hint="other texts here have it", key=True)


def _tags(tree: Tree, path: Path) -> tuple[str, ...]:
    node = tree.node(path)
    return tuple(node.value) if node and isinstance(node.value, dict) else ()


def _places(tree: Tree) -> Iterator[Path]:
    """Where wording may be given in several languages, apart from the texts themselves."""
    yield from (("title",), ("asks",), ("notes",))
    for section in ("fields", "parts"):
        for name, item in mapping(tree.data.get(section)).items():
            yield from ((section, name, key) for key in _OF_FIELDS)
            yield from (
                (section, name, "choices", index) for index, _ in enumerate(items(mapping(item).get("choices")))
            )
