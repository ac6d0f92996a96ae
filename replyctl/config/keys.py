"""Settings by dotted name: the type of each, and the value of a typed text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from replyctl.clean import clean, printable, safe
from replyctl.config.flat import KEYS
from replyctl.config.layers import origins
from replyctl.config.settings import Settings
from replyctl.errors import UsageError, did_you_mean

_WHOLE = ("order_patterns",)
"""Lists of regular expressions, in which commas and brackets mean something else."""
_YAML: Mapping[Any, str] = {tuple: r"\s*\[", Mapping: r"\s*\{\s*['\"]?[\w-]+['\"]?\s*:", Any: r"\s*[\[{]"}
"""How a text begins that is meant as YAML: a list, a mapping, either."""


def typed(key: str, text: str) -> Any:  # noqa: ANN401 - str, list, mapping, or what an option of a rule looks like
    """The value of `text` for `key`: text, or where more than text is possible what it is as YAML in brackets.

    Without brackets a list is split at commas, or into a command's words. Raises UsageError for an unknown key, for
    one that holds other keys, and for brackets that are no YAML.
    """
    forms = _forms(kind(key))
    if any(form in _YAML and re.match(_YAML[form], text) for form in forms) and _is_no_pattern(key, text):
        return _yaml(key, text)
    simple = forms[0]
    if simple in {Any, int}:
        from replyctl.yamlfile.tree import scalar

        return scalar(clean(text))
    if simple is tuple:
        return _items(key, text)
    if simple in {Mapping, Settings} or is_dataclass(simple):
        raise UsageError(f"'{printable(key)}' holds several settings", hint=f"set {key}.{_first(simple)}")
    return clean(text, newlines=key == "signature" or key.startswith("salutation."))


def _is_no_pattern(key: str, text: str) -> bool:
    """Whether brackets are YAML's, and not a regular expression's: then its items are in quotes."""
    return key not in _WHOLE or bool(re.match(r"\s*\[\s*['\"]", text))


def _yaml(key: str, text: str) -> Any:  # noqa: ANN401 - as written
    from replyctl.yamlfile import parse

    try:
        tree = parse(f"value: {text.strip()}", key, UsageError)
    except UsageError as problem:
        raise UsageError(problem.message, hint=problem.hint or "put items that hold signs in quotes") from None
    return safe(tree.typed(("value",)) if key.startswith("lint.options") else tree.data["value"])


def _items(key: str, text: str) -> list[str]:
    if key.startswith("look_up."):
        return _words(text)
    parts = [text] if key in _WHOLE else text.split(",")
    return [part for part in map(clean, parts) if part]


def _first(section: Any) -> str:  # noqa: ANN401 - a type annotation
    if section is Settings:
        return KEYS[0]
    return next(iter(get_type_hints(section))) if is_dataclass(section) else "NAME"


def _words(text: str) -> list[str]:
    from shlex import split

    try:
        return split(text)
    except ValueError as problem:
        raise UsageError(f"not a command: {problem}") from problem


def kind(key: str) -> Any:  # noqa: ANN401 - a type annotation
    """The type of `key`, which may lead into a mapping: tone.he, salutation.he.greeting. UsageError if there is none."""
    found: Any = Settings
    for step in key.split("."):
        branches = [found, *get_args(found)]
        section = next((one for one in branches if is_dataclass(one) and step in get_type_hints(one)), None)
        mapping = next((one for one in branches if get_origin(one) is Mapping), None)
        if section:
            found = get_type_hints(section)[step]
        elif mapping and step:
            found = get_args(mapping)[1]
        else:
            raise UsageError(f"unknown setting '{printable(key)}'", hint=did_you_mean(key, KEYS))
    return found


def _forms(found: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type annotation
    """What a value may be, the simplest first: str (also for a Literal), tuple, Mapping, a section, or Any."""
    several = get_args(found) if get_origin(found) in {Union, UnionType} else (found,)
    return tuple(str if get_origin(one) is Literal else get_origin(one) or one for one in several)


def value(key: str) -> Any:  # noqa: ANN401 - a setting's value, or a mapping of them
    """The value of `key`, which may be a section, or lead into a mapping; None if nothing is set there.

    Raises UsageError for an unknown key, ConfigError.
    """
    kind(key)
    found: Any = {}
    for one in origins():
        if one.key == key or key.startswith(f"{one.key}."):
            return _inside(one.value, key.removeprefix(one.key).split(".")[1:])
        if one.key.startswith(f"{key}.") and one.value:
            found[one.key.removeprefix(f"{key}.")] = one.value
    return found or None


def _inside(found: Any, steps: Sequence[str]) -> Any:  # noqa: ANN401 - as above
    for step in steps:
        found = found.get(step) if isinstance(found, Mapping) else getattr(found, step, None)
    return found
