"""Settings by dotted name: the type of each, and the value of a typed text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from replyctl.clean import clean, printable
from replyctl.config.settings import KEYS, Settings
from replyctl.errors import UsageError, did_you_mean


def typed(key: str, text: str) -> Any:  # noqa: ANN401 - str, list[str], or what an option of a rule looks like
    """The value of `text` for `key`: text, a list (split at commas, or into a command's words), or an option's value.

    Raises UsageError for an unknown key, or one that holds other keys.
    """
    kind = _kind(key)
    if kind is Any:
        from replyctl.yamlfile.tree import scalar

        return scalar(clean(text))
    if get_origin(kind) is tuple:
        if key.startswith("look_up."):
            return _words(text)
        return [part for part in (clean(part) for part in text.split(",")) if part]
    if is_dataclass(kind) or get_origin(kind) is Mapping:
        inner = {Settings: KEYS}.get(kind, tuple(get_type_hints(kind)) if is_dataclass(kind) else ())
        raise UsageError(
            f"'{printable(key)}' holds several settings", hint=f"set {key}.{inner[0] if inner else 'NAME'}"
        )
    return clean(text, newlines=key == "signature" or key.startswith("salutation."))


def _words(text: str) -> list[str]:
    from shlex import split

    try:
        return split(text)
    except ValueError as problem:
        raise UsageError(f"not a command: {problem}") from problem


def _kind(key: str) -> Any:  # noqa: ANN401 - a type annotation
    """The type of `key`, which may lead into a mapping: tone.he, salutation.he.greeting."""
    kind: Any = Settings
    for step in key.split("."):
        branches = [kind, *get_args(kind)]
        mapping = next((one for one in branches if get_origin(one) is Mapping), None)
        if is_dataclass(kind) and step in (hints := get_type_hints(kind)):
            kind = hints[step]
        elif mapping and step:
            kind = get_args(mapping)[1]
        else:
            raise UsageError(f"unknown setting '{printable(key)}'", hint=did_you_mean(key, KEYS))
    if get_origin(kind) in {Union, UnionType}:  # tone, vocabulary: typed text can only be the simple form
        return next(one for one in get_args(kind) if get_origin(one) in {Literal, tuple})
    return kind
