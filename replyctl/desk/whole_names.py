"""Finds mistakes that compile nevertheless: names that are never used, and values that a choice cannot have."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING, Any

from replyctl.clean import printable
from replyctl.errors import SnippetError, did_you_mean
from replyctl.library import templates
from replyctl.library.field_types.choice import spellings
from replyctl.library.field_types.types import TYPES
from replyctl.library.snippet_checks import IDENTIFIER
from replyctl.library.untyped import items, mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.library.partial import Partials
    from replyctl.template.used_names import Use
    from replyctl.yamlfile.tree import Path, Tree

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*", re.ASCII)
_SINGULAR = {"fields": "field", "parts": "part", "links": "link"}


def unused(tree: Tree, partials: Partials) -> Iterator[ReplyctlError]:
    """Errors for fields, parts and links that no text or other field uses in any language.

    None for a name that another mistake may hide the use of: a text that is missing, a broken partial, a name that no
    template can take, or one that is misspelt where it is used.
    """
    uses = _uses(tree, partials) if _has_texts(tree) else None
    if uses is None:
        return
    used = {use.name for path, use in uses if path[:2] != ("fields", use.name.partition(".")[0])}
    for section, word in _SINGULAR.items():
        before = "" if section == "fields" else f"{section}."
        declared = mapping(tree.data.get(section))
        strange = [name.removeprefix(before) for name in used if name.startswith(before)]
        strange = [name for name in strange if name.partition(".")[0] not in declared]
        for name in declared:
            whole = f"{before}{name}"
            is_used = any(one in {whole, section} or one.startswith(f"{whole}.") for one in used)
            if is_used or not IDENTIFIER.fullmatch(name) or get_close_matches(name, strange, 1):
                continue
            hint = f"delete it, or write {{{{ {whole} }}}} where it belongs"
            if section == "parts":
                hint = f"delete it, or put {{% if {whole} %}} around its passage"
            yield tree.fail((section, name), f"the {word} '{name}' is declared and never used", hint=hint, key=True)


def _has_texts(tree: Tree) -> bool:
    """Whether each text is there, subject and body."""
    texts = [mapping(text) for text in mapping(tree.data.get("text")).values()]
    return bool(texts) and all(isinstance(text.get(key), str) for text in texts for key in ("subject", "body"))


def choices(tree: Tree) -> Iterator[ReplyctlError]:
    """Errors for conditions that can never hold because the field has no such choice."""
    fields = mapping(tree.data.get("fields"))
    for path, source in templates.sources(tree):
        for one in templates.read(source, expression=path[-1] == "when").compared:
            field = mapping(fields.get(one.name))
            known = [word for choice in items(field.get("choices")) for word in spellings(choice)]
            closed = TYPES[field["type"]].chooses and field.get("other") != "true" if _is_typed(field) else False
            if closed and known and isinstance(one.value, str) and one.value and one.value not in known:
                message = f"'{one.name}' has no choice '{printable(one.value)}'"
                yield tree.fail(path, message, hint=did_you_mean(one.value, known), offset=one.at)


def _is_typed(field: dict[str, Any]) -> bool:
    return field.get("type") in TYPES


def _uses(tree: Tree, partials: Partials) -> list[tuple[Path, Use]] | None:
    """Every name that the file's templates, or the partials they use, take from outside.

    Each word of a template that cannot be parsed counts; None if a partial cannot be read.
    """
    used: list[tuple[Path, Use]] = []
    seen: set[str] = set()
    try:
        for path, source in templates.sources(tree):
            found = templates.read(source, expression=path[-1] == "when")
            uses = found.uses if found.is_parsed else _words(source)
            used += ((path, use) for use in uses)
            for use in found.partials:
                used += ((path, inner) for inner in _of_partial(use.name, partials, seen))
    except SnippetError:
        return None
    return used


def _words(source: str) -> Iterator[Use]:
    from replyctl.template.used_names import Use

    return (Use(word[0], word.start()) for word in _DOTTED.finditer(source))


def _of_partial(name: str, partials: Partials, seen: set[str]) -> Iterator[Use]:
    """The names that a partial, and those that it calls, take from outside. SnippetError if one cannot be read."""
    from replyctl.template.used_names import Use

    if name in seen:
        return
    seen.add(name)
    for partial in partials.every(name):
        for uses in partial.uses.values():
            yield from (Use(*one) for one in uses)
        for one in chain.from_iterable(partial.partials.values()):
            yield from _of_partial(Use(*one).name, partials, seen)
