"""Writes a new snippet's file: ready for use, with comments on what else it could contain."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple, get_args

from replyctl.errors import ValueRefused, did_you_mean
from replyctl.library.field_types.types import TYPES
from replyctl.library.snippet import Kind
from replyctl.library.snippet_checks import NAMESPACES, check_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KINDS: tuple[str, ...] = get_args(Kind)
TO_WRITE = "TODO"
"""Stands in the body until it is written."""
_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9_]*)(?:\s*:\s*(?P<type>\w+))?")
_CLOSED = tuple(name for name, kind in TYPES.items() if not kind.chooses)
_PLAIN = re.compile(r"[^\W\d_][\w ,()'-]*")
_SPECIAL = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


class Outline(NamedTuple):
    """What a new snippet is made of."""

    title: str
    kind: str = "answer"
    languages: tuple[str, ...] = ("en",)
    fields: tuple[tuple[str, str], ...] = (("order", "order"),)
    """Names and types, in the order of asking."""


def slug(title: str) -> str:
    """A snippet's name made from `title`; "" if none of its letters can be used."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))


def fields_of(text: str) -> tuple[tuple[str, str], ...]:
    """Parses fields as typed, such as "order: order, due: date, what". ValueRefused."""
    found: dict[str, str] = {}
    for one in filter(None, map(str.strip, text.split(","))):
        field = _FIELD.fullmatch(one)
        if field is None or field["name"] in NAMESPACES:
            raise ValueRefused(f"'{one}' is not a field: write `name` or `name: type`, separated by commas")
        kind = field["type"] or ("order" if field["name"] == "order" else "text")
        if kind not in _CLOSED:
            raise ValueRefused(f"no type '{kind}' here: {did_you_mean(kind, _CLOSED) or ', '.join(_CLOSED)}")
        found[field["name"]] = kind
    return tuple(found.items())


def skeleton(outline: Outline) -> str:
    """The YAML of a snippet in which `check` finds no problems but that its text is still to be written."""
    return "\n".join(
        (
            "# What the picker shows; for several languages write {en: …, he: …}.",
            f"title: {_scalar(outline.title)}",
            f"kind: {outline.kind}  # one of: {', '.join(KINDS)}",
            "# tags: [shipping]  # words to find it by",
            "# asks:  # how customers put it",
            "#   - where is my parcel",
            *_fields(outline.fields),
            "# parts:  # optional passages, toggled with one key",
            "#   replacement: {ask: Is a replacement on its way?, default: true}",
            "# Greeting, introduction, closing and signature are written by replyctl: leave them out.",
            "text:",
            *_texts(outline),
            "# links: {help: https://…}  # written {{ links.help }} in a text",
            "# notes: Seen by the agent, never sent.",
            "# owner: who answers for the wording",
            "# review_by: 2027-06-01",
            "# Golden cases, which `replyctl snippets check` renders and lints:",
            "# examples:",
            *_examples(outline),
            "",
        )
    )


def named(name: str) -> str:
    """`name` if a snippet may have it; otherwise SnippetError with a better one."""
    from pathlib import Path

    check_name(Path(f"{name}.yaml"))
    return name


def _fields(fields: Sequence[tuple[str, str]]) -> Iterable[str]:
    if not fields:
        yield "# fields:  # what only the agent knows, asked in this order"
        yield "#   order: {type: order, ask: Order number}"
        return
    yield f"# What only the agent knows, asked in this order. Types: {', '.join(TYPES)}."
    yield "fields:"
    for name, kind in fields:
        yield f"  {name}: {{type: {kind}, ask: {_scalar(_spoken(name))}}}  # also: example, default, optional, when"


def _texts(outline: Outline) -> Iterable[str]:
    printed = " ".join(f"{{{{ {name} }}}}" for name, _ in outline.fields)
    for tag in outline.languages:
        yield f"  {tag}:"
        yield f"    subject: {json.dumps(outline.title, ensure_ascii=False)}"
        yield "    body: |"
        # Until somebody has written it, `check` and `compose` take it for a hole.
        yield f"      {TO_WRITE}: {outline.title}"
        if printed:
            yield ""
            yield f"      {printed}"


def _examples(outline: Outline) -> Iterable[str]:
    values = ", ".join((*(f"{name}: …" for name, _ in outline.fields), "customer: {name: …}"))
    return (f"#   {tag}: [{{{values}}}]" for tag in outline.languages)


def _spoken(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]


def _scalar(text: str) -> str:
    """`text` as YAML, in quotes where it needs them."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _SPECIAL and "," not in text
    return text if plain and text == text.strip() else json.dumps(text, ensure_ascii=False)
