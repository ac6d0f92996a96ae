"""Checks a field's default, example, choices and pattern, and whether they fit together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from replyctl.clean import printable
from replyctl.errors import LanguageError, ValueRefused
from replyctl.language import DEFAULT
from replyctl.library.field_types.types import TYPES
from replyctl.library.field_types.value import Reading, read
from replyctl.library.snippet import Field, is_template
from replyctl.library.untyped import items, mapping
from replyctl.pattern import wrong
from replyctl.yamlfile.tree import scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Tree

_TYPED = {name: kind.default for name, kind in TYPES.items() if kind.default}
"""Types whose default is not text, with their name in messages."""
_CHOOSING = tuple(name for name, kind in TYPES.items() if kind.chooses)
_SEVERAL = tuple(name for name, kind in TYPES.items() if kind.gives == "tuple")
_A_DAY = date(2026, 1, 1)
"""Today, for defaults such as `+3d`; any day will do to check their form."""


def default(tree: Tree, name: str) -> Any:  # noqa: ANN401 - Field.default
    """The default of the field `name`: as written, but an int or bool is converted."""
    field = tree.data["fields"][name] or {}
    return _typed(field.get("type", "text"), field.get("default"))


def check(tree: Tree) -> Iterator[ReplyctlError]:
    """All mistakes in `fields` and `parts` beyond types."""
    for section, flags in (("fields", ("other", "optional")), ("parts", ("default",))):
        for name, item in mapping(tree.data.get(section)).items():
            for flag in flags:
                written = mapping(item).get(flag, "true")
                if isinstance(written, str) and written not in {"true", "false"}:
                    hint = f"write {'true' if written.lower() in {'yes', 'on', 'y', 'true', '1'} else 'false'}"
                    yield tree.fail(
                        (section, name, flag), f"'{flag}' must be true or false, not '{printable(written)}'", hint=hint
                    )
    for name, field in mapping(tree.data.get("fields")).items():
        yield from _field(tree, name, mapping(field))


def _field(tree: Tree, name: str, field: dict[str, Any]) -> Iterator[ReplyctlError]:
    path = ("fields", name)
    kind, choices = str(field.get("type", "text")), field.get("choices")
    if kind in _CHOOSING and not choices:
        yield tree.fail(path, f"a field of type '{kind}' needs 'choices'", key=True)
    elif kind not in _CHOOSING:
        for key in ("choices", "other"):
            if key in field:
                yield tree.fail((*path, key), f"only fields of type {' and '.join(_CHOOSING)} take '{key}'", key=True)
    if isinstance(pattern := field.get("pattern"), str) and (problem := wrong(pattern)):
        yield tree.fail((*path, "pattern"), f"not a regular expression: {problem}")
    if field.get("default") is not None:
        yield from _default(tree, (*path, "default"), kind, field)
    for key in ("default", "example"):
        yield from _fitting(tree, (*path, key), kind, field)


def _default(tree: Tree, path: tuple[str, ...], kind: str, field: dict[str, Any]) -> Iterator[ReplyctlError]:
    value = field["default"]
    if kind in _TYPED and not is_template(value) and not isinstance(_typed(kind, value), _TYPED[kind][0]):
        yield tree.fail(path, f"'default' must be {_TYPED[kind][1]}")
    if isinstance(value, list) and kind not in _SEVERAL:
        yield tree.fail(path, f"only a field of type '{' or '.join(_SEVERAL)}' can have several defaults")
    choices = field.get("choices")
    if kind not in _CHOOSING or not isinstance(choices, list) or field.get("other") == "true":
        return
    known = [one for choice in choices for one in _texts(choice)]
    for one in _texts(value):
        if one not in known and not is_template(one):
            yield tree.fail(path, f"'{printable(str(one))}' is not one of the choices", hint=_listed(known))


def _fitting(tree: Tree, path: tuple[str, ...], kind: str, field: dict[str, Any]) -> Iterator[ReplyctlError]:
    """The texts at `path` that are not values of the field's type."""
    value = field.get(path[-1])
    if path[-1] == "default" and kind in {*_TYPED, *_CHOOSING}:
        return  # see `_default`
    for tag, text in (mapping(value) or {"": value}).items():
        where = (*path, tag) if tag else path
        if isinstance(text, str) and not is_template(text) and (reason := misfit(field, text, tag)):
            yield tree.fail(where, f"'{path[-1]}' is not a valid {kind} value: {reason}")


def misfit(field: dict[str, Any], value: Any, tag: str) -> str:  # noqa: ANN401 - what the file holds
    """Why `value`, written in the language `tag`, does not fit the field, or ""."""
    kind, choices = field.get("type", "text"), field.get("choices")
    if kind not in (*TYPES,):
        return ""  # reported elsewhere, like the next
    if isinstance(value, dict):
        return "a mapping"
    declared = Field(type=kind, choices=items(choices), other=field.get("other") == "true")
    reading = Reading(today=_A_DAY, weekend=frozenset(), language=tag or DEFAULT)
    try:
        read(value, declared, reading)
    except ValueRefused as refused:
        return refused.message
    except LanguageError:
        return ""
    return ""


def _typed(kind: str, value: Any) -> Any:  # noqa: ANN401 - what the file holds
    typed = scalar(value) if kind in _TYPED and isinstance(value, str) else value
    # In Python a bool is an int.
    return value if kind == "int" and isinstance(typed, bool) else typed


def _texts(value: Any) -> list[Any]:  # noqa: ANN401 - what the file holds
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else [value]


def _listed(known: list[Any]) -> str:
    return f"one of: {', '.join(printable(str(one)) for one in known)}"
