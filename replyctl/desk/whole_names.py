"""Finds mistakes that compile nevertheless: names that are never used, and values that a choice cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.clean import printable
from replyctl.errors import SnippetError, did_you_mean
from replyctl.library import templates
from replyctl.library.field_types.choice import spellings
from replyctl.library.field_types.types import TYPES
from replyctl.library.untyped import items, mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.library.partial import Partials
    from replyctl.template.used_names import Use
    from replyctl.yamlfile.tree import Path, Tree

_SINGULAR = {"fields": "field", "parts": "part", "links": "link"}


def unused(tree: Tree, partials: Partials) -> Iterator[ReplyctlError]:
    """Errors for fields, parts and links that no text or other field uses in any language."""
    used = {use.name for path, use in _uses(tree, partials) if path[:2] != ("fields", use.name.partition(".")[0])}
    for section, word in _SINGULAR.items():
        before = "" if section == "fields" else f"{section}."
        for name in mapping(tree.data.get(section)):
            whole = f"{before}{name}"
            if not any(one in {whole, section} or one.startswith(f"{whole}.") for one in used):
                hint = f"delete it, or write {{{{ {whole} }}}} where it belongs"
                if section == "parts":
                    hint = f"delete it, or put {{% if {whole} %}} around its passage"
                yield tree.fail((section, name), f"the {word} '{name}' is declared and never used", hint=hint, key=True)


def choices(tree: Tree) -> Iterator[ReplyctlError]:
    """Errors for conditions that can never hold because the field has no such choice."""
    fields = mapping(tree.data.get("fields"))
    for path, source in templates.sources(tree):
        for one in templates.read(source, expression=path[-1] == "when").compared:
            field = mapping(fields.get(one.name))
            known = [word for choice in items(field.get("choices")) for word in spellings(choice)]
            closed = TYPES[field["type"]].chooses and field.get("other") != "true" if _is_typed(field) else False
            if closed and known and one.text and one.text not in known:
                message = f"'{one.name}' has no choice '{printable(one.text)}'"
                yield tree.fail(path, message, hint=did_you_mean(one.text, known), offset=one.at)


def _is_typed(field: dict[str, Any]) -> bool:
    return field.get("type") in TYPES


def _uses(tree: Tree, partials: Partials) -> Iterator[tuple[Path, Use]]:
    """Every name that the file's templates, or the partials they use, take from outside."""
    seen: set[str] = set()
    for path, source in templates.sources(tree):
        found = templates.read(source, expression=path[-1] == "when")
        yield from ((path, use) for use in found.uses)
        for use in found.partials:
            yield from ((path, inner) for inner in _of_partial(use.name, partials, seen))


def _of_partial(name: str, partials: Partials, seen: set[str]) -> Iterator[Use]:
    from replyctl.template.used_names import Use

    if name in seen:
        return
    seen.add(name)
    try:
        partial = partials.get(name)
    except SnippetError:
        return
    for uses in partial.uses.values():
        yield from (Use(*one) for one in uses)
    for named in partial.partials.values():
        for one in named:
            yield from _of_partial(Use(*one).name, partials, seen)
