"""Finds languages that a snippet has in one place but not in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.errors import SnippetError
from replyctl.library.content import read_bytes
from replyctl.library.localized import nearest
from replyctl.library.untyped import items, mapping
from replyctl.yamlfile import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Path as Keys
    from replyctl.yamlfile.tree import Tree

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


def left_out(tree: Tree, over: Path) -> Iterator[ReplyctlError]:
    """The error for the languages of the file `over` that the snippet, which stands in its place, lacks."""
    try:
        other = parse(read_bytes(over), str(over), SnippetError)
    except SnippetError:  # told where it is checked itself
        return
    texts = dict.fromkeys(map(str, mapping(tree.data.get("text"))))
    gone = [tag for tag in mapping(other.data.get("text")) if nearest(texts, tag) is None]
    if texts and gone:
        missing = " and ".join(f"'{tag}'" for tag in gone)
        hint = f"this file stands in the place of {over}, which has it: customers get another language instead"
        yield tree.fail(("text",), f"'text' lacks {missing}", hint=hint, key=True)


def _tags(tree: Tree, path: Keys) -> tuple[str, ...]:
    node = tree.node(path)
    return tuple(node.value) if node and isinstance(node.value, dict) else ()


def _places(tree: Tree) -> Iterator[Keys]:
    """Where wording may be given in several languages, apart from the texts themselves."""
    yield from (("title",), ("asks",), ("notes",))
    for section in ("fields", "parts"):
        for name, item in mapping(tree.data.get(section)).items():
            yield from ((section, name, key) for key in _OF_FIELDS)
            yield from (
                (section, name, "choices", index) for index, _ in enumerate(items(mapping(item).get("choices")))
            )
