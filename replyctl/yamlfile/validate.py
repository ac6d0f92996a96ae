"""Checks a tree against a dataclass: reports every mismatch at its place, worded for the file's author."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from replyctl.clean import printable
from replyctl.errors import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from replyctl.errors import Place, ReplyctlError
    from replyctl.yamlfile.tree import Tree

T = TypeVar("T")
Loc = tuple[str | int, ...]
MOST = 20
"""Most notes on one error."""

_TYPES = {
    "string_type": "text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "dataclass_type": "a mapping",
}
_UNKNOWN = {"unexpected_keyword_argument", "extra_forbidden"}
_MISSING = {"missing", "missing_argument", "missing_keyword_only_argument"}


def validate(cls: type[T], tree: Tree, given: Mapping[str, Any] | None = None) -> T:
    """The tree's data as a `cls`, a plain dataclass; `given` are values that are not in the file.

    Raises the tree's error class for the first mismatch, with the others as notes, see `together`.
    """
    value, wrong = checked(cls, tree, given or {})
    if wrong:
        raise together(wrong)
    return cast("T", value)


def checked(cls: type[T], tree: Tree, given: Mapping[str, Any]) -> tuple[T | None, list[ReplyctlError]]:
    """As `validate`, but returns None and all mismatches instead of raising."""
    from pydantic import ValidationError

    strangers = [tree.unknown_key((key,), ()) for key in given if key in tree.data]
    try:
        (value,) = adapter(cls).validate_python([{**tree.data, **given}])
    except ValidationError as problem:
        return None, [*strangers, *_mismatches(cls, tree, problem.errors(include_url=False))]
    return cast("T", value), strangers


def adapter(cls: type[Any]) -> Any:  # noqa: ANN401 - pydantic's TypeAdapter, not imported here
    """Pydantic's TypeAdapter for `list[cls]`: a list, since it takes no configuration for a dataclass."""
    return _adapter(cast("Hashable", cls))


def together(errors: Sequence[ReplyctlError]) -> ReplyctlError:
    """One error for all mistakes in a file: the first, with the others as notes.

    Each note has its place, quoted line and hint. If there are too many, the last note gives the number of the rest.
    """
    ordered = sorted(errors, key=lambda one: (one.place.line, one.place.column) if one.place else (0, 0))
    first, *others = {str(one): one for one in ordered}.values()  # reports mistakes repeated by an alias once
    for other in others[:MOST]:
        for note in (described(other), *getattr(other, "__notes__", ())):
            first.add_note(note)
    if len(others) > MOST:
        first.add_note(f"and {len(others) - MOST} more")
    return first


def summed(error: ReplyctlError) -> str:
    """Place and message on one line, with the number of further mistakes in the file."""
    notes = getattr(error, "__notes__", ())
    hidden = re.fullmatch(r"and (\d+) more", notes[-1]) if notes else None
    more = len(notes) + (int(hidden[1]) - 1 if hidden else 0)
    return f"{error} (and {more} more)" if more else str(error)


def described(error: ReplyctlError) -> str:
    """The error for a person: place and message, the quoted line with a caret, the hint."""
    parts = [printable(str(error))]
    if error.place and error.place.quoted:
        parts += _quoted(error.place)
    if error.hint:
        parts.append(f"  {printable(error.hint)}")
    return "\n".join(parts)


def _quoted(place: Place) -> list[str]:
    """The line, cut around the spot if it is long, and a caret under the spot."""
    from unicodedata import combining, east_asian_width

    start = max(0, place.column - 60)
    text = printable(place.quoted[start : start + 100]).expandtabs(1)
    width = sum(
        0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text[: place.column - 1 - start]
    )
    return [f"  | {text}", f"  | {' ' * width}^"] if place.column else [f"  | {text}"]


@cache
def _adapter(cls: Hashable) -> Any:  # noqa: ANN401 - as `adapter`
    from pydantic import ConfigDict, TypeAdapter

    return TypeAdapter(list[cls], config=ConfigDict(extra="forbid"))  # type: ignore[valid-type]


def _mismatches(cls: type[Any], tree: Tree, errors: list[Any]) -> Iterator[ReplyctlError]:
    """Pydantic's errors in our words; one for all branches of a union."""
    by_path: dict[tuple[Loc, bool], list[Any]] = {}
    for error in errors:
        path = _path(tree, error["loc"][1:], missing=error["type"] in _MISSING)
        by_path.setdefault((path, error["type"] in _UNKNOWN | _MISSING), []).append(error)
    deep = [path for path, _ in by_path]
    strangers = {path for (path, _), found in by_path.items() if found[0]["type"] in _UNKNOWN}
    for (path, _), found in by_path.items():
        kinds = {error["type"] for error in found}
        if kinds <= _MISSING and _misspelt(path, strangers):
            continue
        if kinds <= set(_TYPES) and any(len(other) > len(path) and other[: len(path)] == path for other in deep):
            continue  # another branch of the union matched deeper and has the better error
        yield _mismatch(cls, tree, path, found)


def _misspelt(missing: Loc, strangers: set[Loc]) -> bool:
    """Whether the missing key is only misspelt, so that one message is enough."""
    from difflib import get_close_matches

    beside = [str(path[-1]) for path in strangers if path[:-1] == missing[:-1]]
    return bool(get_close_matches(str(missing[-1]), beside))


def _mismatch(cls: type[Any], tree: Tree, path: Loc, found: list[Any]) -> ReplyctlError:
    error = found[0]
    kind = error["type"]
    if kind in _UNKNOWN:
        return tree.unknown_key(path, known_keys(cls, path[:-1]))
    if kind in _MISSING:
        return tree.fail(path[:-1], f"'{path[-1]}' is missing", key=True)
    if kind == "literal_error":
        known = tuple(re.findall(r"'([^']+)'", error["ctx"]["expected"]))
        given = printable(str(error["input"]))
        near = did_you_mean(given, known)
        hint = near if near.startswith("did") else ""  # the message lists the values already
        return tree.fail(path, f"'{given}' is not one of: {', '.join(known)}", hint=hint)
    wanted = list(dict.fromkeys(_TYPES[one["type"]] for one in found if one["type"] in _TYPES))
    if "text" in wanted:  # text accepts numbers, true and false too
        wanted = [one for one in wanted if one in {"text", "a list", "a mapping"}]
    if wanted:
        text = "text" in wanted and isinstance(error["input"], dict)
        hint = f"if it is text, write `{path[-1]}: |` with the text below it" if text else ""
        return tree.fail(path, f"'{_dotted(path)}' must be {' or '.join(wanted)}, not {_is(error['input'])}", hint=hint)
    own = error.get("ctx", {}).get("error")
    return tree.fail(path, f"'{_dotted(path)}': {own or error['msg']}")


def _path(tree: Tree, loc: Loc, *, missing: bool) -> Loc:
    """Pydantic's location without the names of union branches, which are not keys in the file."""
    path: Loc = ()
    for index, step in enumerate(loc):
        if tree.node((*path, step)) is not None or (missing and index == len(loc) - 1):
            path = (*path, step)
    return path


def known_keys(kind: Any, path: Loc) -> tuple[str, ...]:  # noqa: ANN401 - any type annotation
    """The keys allowed at `path` in a `kind`."""
    if get_origin(kind) in {Union, UnionType}:
        return next((known for one in get_args(kind) if (known := known_keys(one, path))), ())
    if not path:
        return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return known_keys(hints[str(path[0])], path[1:]) if path[0] in hints else ()
    arguments = get_args(kind)
    return known_keys(arguments[-1], path[1:]) if arguments and get_origin(kind) is not Literal else ()


def _dotted(path: Loc) -> str:
    return ".".join(str(step) for step in path)


def _is(value: object) -> str:
    names = {dict: "a mapping", list: "a list", type(None): "empty"}
    return names.get(type(value), f"'{printable(str(value))}'")
