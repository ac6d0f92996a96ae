"""Checks language tags: BCP 47, in standard spelling, of a language with data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl import language
from replyctl.clean import printable
from replyctl.errors import did_you_mean
from replyctl.language.tag import is_tag, spelt
from replyctl.library.untyped import items, mapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Path, Tree

_OF_PEOPLE = ("ask", "example", "default")
"""The keys of a field that hold text for people."""


def check(tree: Tree) -> Iterator[ReplyctlError]:
    """Tags that are misspelt or without data, and languages of examples without a text."""
    yield from misspelt(tree, _tagged(tree.data))
    texts = tuple(mapping(tree.data.get("text")))
    meant = not any(misspelt(tree, (("text", tag) for tag in texts)))
    for tag in mapping(tree.data.get("examples")):
        if tag not in texts and texts and meant:
            hint = did_you_mean(tag, texts)
            yield tree.fail(("examples", tag), f"no text in '{printable(tag)}'", hint=hint, key=True)


def misspelt(tree: Tree, paths: Iterable[Path]) -> Iterator[ReplyctlError]:
    """Keys at `paths` that are not a correctly written language tag, or whose language has no data."""
    known = language.available()
    for path in paths:
        tag = str(path[-1])
        right = spelt(tag)
        if not is_tag(right):
            hint = did_you_mean(tag.lower(), known)
            yield tree.fail(path, f"'{printable(tag)}' is not a language tag", hint=hint, key=True)
        elif right.partition("-")[0] not in known:
            hint = f"known: {', '.join(known)}"
            yield tree.fail(path, f"no language data for '{tag}'", hint=hint, key=True)
        elif right != tag:
            yield tree.fail(path, f"the language tag '{tag}' is misspelt", hint=f"write {right}", key=True)


def _tagged(data: dict[str, Any]) -> Iterator[Path]:
    """The paths of all keys that are language tags."""
    for key in ("text", "title", "notes", "asks"):
        yield from _keys(data.get(key), (key,))
    for section in ("fields", "parts"):
        for name, item in mapping(data.get(section)).items():
            for key in _OF_PEOPLE:
                yield from _keys(mapping(item).get(key), (section, name, key))
            for index, choice in enumerate(items(mapping(item).get("choices"))):
                yield from _keys(choice, (section, name, "choices", index))


def _keys(value: Any, path: Path) -> Iterator[Path]:  # noqa: ANN401 - what the file holds
    yield from ((*path, key) for key in mapping(value))
