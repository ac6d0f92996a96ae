"""Checks the words of texts that stand in every reply: a partial, a greeting. What their names may be is known anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.language import DEFAULT, available, load
from replyctl.library import foreign, templates
from replyctl.library.declared_names import DeclaredNames, firsts
from replyctl.reading.holes import holes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.template.mistake import MistakeKind
    from replyctl.yamlfile.tree import Path, Tree

_KNOWN = "it may use {{ customer.name }}, {{ customer.titled }}, {{ agent.name }}, {{ company.name }} and the like"
_NAMES = DeclaredNames.of({})


def of_partial(tree: Tree) -> Iterator[tuple[MistakeKind, ReplyctlError]]:
    """What no snippet that uses the partial could make right; its fields, parts and links are theirs."""
    for tag, text in tree.data.items():
        if isinstance(text, str):
            yield from of_text(tree, (tag,), text, str(tag), has_fields=True)


def of_text(
    tree: Tree, path: Path, text: str, tag: str, *, has_fields: bool = False
) -> Iterator[tuple[MistakeKind, ReplyctlError]]:
    """Names that nothing has, and holes; with `has_fields` a snippet may declare further names."""
    seen = templates.read(text)
    uses = [use for use in firsts(seen.uses) if not (has_fields and _may_be_declared(use.name))]
    found = [one for one in map(_NAMES.wrong, uses) if one]
    if not has_fields:
        found += seen.mistakes
    for one in sorted(found):
        hint = _KNOWN if one.kind == "unknown-name" and "declare" in one.hint else one.hint
        yield one.kind, tree.fail(path, one.message, hint=hint, offset=one.at)
    base = tag.partition("-")[0]
    told = {one.at for one in (*found, *seen.mistakes)}
    for start, end in holes(text, load(base if base in available() else DEFAULT)):
        if not text.startswith(("{{", "{%"), start) and start not in told:
            message = f"'{text[start:end]}' is printed as it stands"
            yield "foreign-placeholder", tree.fail(path, message, hint=_KNOWN, offset=start)


def _may_be_declared(name: str) -> bool:
    return _NAMES.may_lack(name) and not foreign.system(name)
