"""Compiles every template of a snippet file and checks its names, in every language and branch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.library import foreign
from replyctl.library.declared_names import DeclaredNames, firsts
from replyctl.library.unequal import unequal
from replyctl.library.untyped import mapping
from replyctl.template.budget import SOURCE
from replyctl.template.inspection import Inspection, inspected
from replyctl.template.mistake import MistakeKind, TemplateMistake

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.template.used_names import Use
    from replyctl.yamlfile.tree import Path, Tree

TAGS = 3000
"""Most tags in one file."""
SHOWN = 20
"""Most mistakes reported in one template."""
TEMPLATE = ("{{", "{%", "{#")
"""Text with one of these is a template."""


class Call(NamedTuple):
    """A call of a partial in a text of the snippet."""

    partial: str
    language: str
    """The language of the text."""
    path: tuple[str, ...]
    """The path of the text in the file."""
    at: int
    """The position of the name in the text."""


def check(tree: Tree) -> Iterator[ReplyctlError]:
    """All that is wrong in the templates of the file."""
    return (error for _, error in mistakes(tree))


def mistakes(tree: Tree) -> Iterator[tuple[MistakeKind, ReplyctlError]]:
    """As `check`, each with what it is about."""
    names, count = DeclaredNames.of(tree.data), 0
    for path, source in sources(tree):
        count += sum(map(source.count, TEMPLATE))
        if count > TAGS:
            error = tree.fail(path, f"more than {TAGS} tags in one file", hint="make several snippets of it")
            yield "template", error
            return
        seen = read(source, names, expression=path[-1] == "when")
        found = [*seen.mistakes, *_names(seen, names, path, tuple(names.fields))]
        for one in sorted(found)[:SHOWN]:
            yield one.kind, tree.fail(path, one.message, hint=one.hint, offset=one.at)


def calls(tree: Tree) -> list[Call]:
    """The calls of partials in the texts of the file."""
    return [
        Call(use.name, str(path[1]), path, use.at)
        for path, source in sources(tree)
        if path[0] == "text" and "partial" in source
        for use in inspected(source).partials
    ]


def read(source: str, names: DeclaredNames | None = None, *, expression: bool = False) -> Inspection:
    """The names and mistakes of a template, including placeholders of other systems."""
    rest, at = [], 0
    strange = foreign.find(source, names.fields if names else ()) if len(source) <= SOURCE else []
    for one in strange:
        rest += [source[at : one.start], " " * (one.end - max(at, one.start))]
        at = max(at, one.end)
    seen = inspected("".join((*rest, source[at:])), expression=expression)
    return seen._replace(mistakes=(*(one.mistake for one in strange), *seen.mistakes))


def sources(tree: Tree) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every template, with where it stands."""
    for tag, text in mapping(tree.data.get("text")).items():
        for key in ("subject", "body"):
            if isinstance(source := mapping(text).get(key), str):
                yield ("text", tag, key), source
    for name, field in mapping(tree.data.get("fields")).items():
        for key in ("when", "validate", "default"):
            value = mapping(field).get(key)
            for step, source in {"": value, **mapping(value)}.items():
                if isinstance(source, str):
                    yield ("fields", name, key, step) if step else ("fields", name, key), source


def _names(seen: Inspection, names: DeclaredNames, path: Path, order: tuple[str, ...]) -> Iterator[TemplateMistake]:
    """The mistakes in the names of the template at `path`."""
    key = path[2] if path[0] == "fields" else ""
    if key:
        names = names._replace(spaces={**names.spaces, "links": ()})
        for use in seen.partials:
            yield TemplateMistake(use.at, "a partial can only be used in a text, not in a field")
    for use in firsts(seen.uses):
        yield from filter(None, (_beside(use, key, path, order) or names.wrong(use),))
    yield from filter(None, (unequal(one, names) for one in seen.compared))


def _beside(use: Use, key: str | int, path: Path, order: tuple[str, ...]) -> TemplateMistake | None:
    """The use of a name that a field cannot use: links, and values known only later."""
    base = use.name.partition(".")[0]
    if key and base == "links":
        return TemplateMistake(use.at, f"'{use.name}' can only be used in a text", "write the link out")
    if key == "when" and base == path[1]:
        return TemplateMistake(use.at, f"'when' of '{base}' depends on '{base}' itself")
    if key == "default" and base in order and order.index(base) >= order.index(str(path[1])):
        return TemplateMistake(use.at, f"'{base}' is not known yet", "a default can only use the fields before it")
    return None
