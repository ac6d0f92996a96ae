"""Checks a configuration file or the environment; used only for content that is not in the cache."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from replyctl import language
from replyctl.clean import printable, safe
from replyctl.config.flat import BY_LANGUAGE, KEYS, SECTIONS, VARIABLES
from replyctl.config.keys import typed
from replyctl.config.layers import ELSEWHERE
from replyctl.config.settings import Settings
from replyctl.errors import ConfigError, LanguageError, ReplyctlError, did_you_mean
from replyctl.pattern import wrong
from replyctl.yamlfile import Tree, checked, parse
from replyctl.yamlfile.swallowed import check_text
from replyctl.yamlfile.validate import together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAMED_ANYWAY = ("editor",)
"""Commands that the environment names in variables of its own too."""
_FOR_THE_SYSTEM = ("libraries", "editor", "look_up")
"""Paths and arguments, which are handed over as they are written. What all others say may end up in a draft."""
_LONGEST = 3650
"""Days for which data of customers may be kept."""
_WORD = re.compile("[a-z]+")


def check_file(content: bytes | str, file: str, *, foreign: str) -> dict[str, Any]:
    """The settings in a file's content, by dotted name. `foreign` as in layers. One ConfigError for all mistakes."""
    return check_tree(parse(content, file, ConfigError), foreign=foreign)


def check_tree(tree: Tree, *, foreign: str) -> dict[str, Any]:
    """As `check_file`, for a parsed file."""
    given = _without_blanks(tree)
    if errors := _mistakes(given, foreign):
        raise together(errors)
    values = {key: value for key in KEYS if (value := _at(given.data, key)) is not None}
    values |= {"lint.options": tree.typed(("lint", "options"))} if "lint.options" in values else {}
    return {key: value if key in _FOR_THE_SYSTEM else safe(_spelt(key, value)) for key, value in values.items()}


def mistakes(tree: Tree, *, foreign: str) -> list[ReplyctlError]:
    """All that `check_tree` refuses, unordered."""
    return _mistakes(_without_blanks(tree), foreign)


def _mistakes(given: Tree, foreign: str) -> list[ReplyctlError]:
    _, wrong_types = checked(Settings, given, {})
    if wrong_types:
        return wrong_types
    checks = (_own_checks(given), _texts(given), _languages(given), _commands(given, foreign), _server(given, foreign))
    return [error for check in checks for error in check]


def check_variables(given: Mapping[str, str]) -> dict[str, Any]:
    """Settings by dotted name from the text of environment variables. Raises ConfigError."""
    values: dict[str, Any] = {}
    for key, text in given.items():
        try:
            values |= check_value(key, typed(key, text), foreign="" if key in _NAMED_ANYWAY else ELSEWHERE)
        except ReplyctlError as problem:
            raise ConfigError(f"{VARIABLES[key]}: {problem.message}", hint=problem.hint) from None
    return values


def check_value(key: str, value: Any, *, foreign: str = "") -> dict[str, Any]:  # noqa: ANN401 - as typed
    """Check one setting, or a value inside one, as if alone in a file. Raises ConfigError without a place."""
    import json

    for name in reversed(key.split(".")):
        value = {name: value}
    try:
        return check_tree(parse(json.dumps(value, ensure_ascii=False), key, ConfigError), foreign=foreign)
    except ConfigError as problem:
        raise ConfigError(problem.message, hint=problem.hint) from None


def _without_blanks(tree: Tree) -> Tree:
    """Without known keys that are empty: people comment out a value and leave the key."""

    def kept(values: dict[str, Any], above: str) -> dict[str, Any]:
        known = {key.removeprefix(above).partition(".")[0] for key in KEYS if key.startswith(above)}
        filled = {key: value for key, value in values.items() if value is not None or key not in known}
        return {
            k: kept(v, f"{k}.") if not above and k in SECTIONS and isinstance(v, dict) else v for k, v in filled.items()
        }

    return replace(tree, data=kept(tree.data, ""))


def _own_checks(tree: Tree) -> Iterator[ReplyctlError]:
    """Mistakes that types cannot find. The types of `tree` are correct."""
    signature = tree.data.get("signature", "own")
    if _WORD.fullmatch(signature) and signature not in {"own", "external"}:
        hint = did_you_mean(signature, ("own", "external"))
        yield tree.fail(("signature",), f"'{signature}' is not own, external, or the text of a signature", hint=hint)
    for index, pattern in enumerate(tree.data.get("order_patterns", ())):
        if problem := wrong(pattern):
            yield tree.fail(("order_patterns", index), f"not a regular expression: {problem}")
    days = tree.data.get("keep_days", "0")
    if not (days.isdecimal() and int(days) <= _LONGEST):
        yield tree.fail(("keep_days",), f"'keep_days' must be a number of days, at most {_LONGEST}")
    zone = tree.data.get("calendar", {}).get("timezone")
    if zone and not _is_zone(zone):
        from zoneinfo import available_timezones

        hint = did_you_mean(zone, tuple(sorted(available_timezones())))
        yield tree.fail(
            ("calendar", "timezone"), f"unknown time zone '{zone}'", hint=hint or "for example Asia/Jerusalem"
        )


def _texts(tree: Tree) -> Iterator[ReplyctlError]:
    """Wordings that YAML cuts: they would go out in every mail. What is no sentence may have a comment behind it."""
    for path, _ in tree.scalars():
        wording = path == ("signature",) and tree.data.get("signature") not in {"own", "external"}
        if wording or path[0] == "salutation":
            yield from check_text(tree, path)


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _languages(tree: Tree) -> Iterator[ReplyctlError]:
    """Languages without language data."""
    found = {key: value for key in BY_LANGUAGE if isinstance(value := _at(tree.data, key), dict)}
    paths = [(*key.split("."), tag) for key, by_language in found.items() for tag in by_language]
    for path in (("language",), *paths) if tree.data.get("language") else paths:
        try:
            language.known(path[-1] if len(path) > 1 else tree.data["language"])
        except LanguageError as problem:
            yield tree.fail(path, problem.message, hint=problem.hint, key=len(path) > 1)


def _spelt(key: str, value: Any) -> Any:  # noqa: ANN401 - a setting's value
    """With language tags in their standard spelling."""
    if key == "language":
        return language.known(value) if value else value
    by_language = key in BY_LANGUAGE and isinstance(value, dict)
    return {language.known(tag): one for tag, one in value.items()} if by_language else value


def _commands(tree: Tree, foreign: str) -> Iterator[ReplyctlError]:
    """Commands to run are taken from nobody but the user."""
    if foreign and tree.data.get("editor"):
        yield tree.fail(
            ("editor",), "'editor' names a command, so only your own file may hold it", hint=foreign, key=True
        )
    if "look_up" not in tree.data:
        return
    if foreign:
        message = "'look_up' runs a command, so it may only be set in your own file"
        yield tree.fail(("look_up",), message, hint=foreign, key=True)
    for name, argv in tree.data["look_up"].items():
        if not argv:
            yield tree.fail(("look_up", name), f"'look_up.{name}' is empty: name a command")


def _server(tree: Tree, foreign: str) -> Iterator[ReplyctlError]:
    """A server address outside the user's own file, unless on this computer; or an invalid one."""
    path = ("grammar", "languagetool_url")
    if not (url := tree.data.get(path[0], {}).get(path[1])):
        return
    from replyctl.config.address import Address

    try:
        address = Address.read(url)
    except ValueError:
        address = None
    if foreign and not (address and address.is_local):
        message = (
            "'grammar.languagetool_url' decides where customers' text is sent, so it may only be set in your own file"
        )
        yield tree.fail(path, message, hint=foreign, key=True)
    elif address is None:
        hint = (
            "for example http://languagetool.example.com:8081, without user, % or ?; write an IP address like 127.0.0.1"
        )
        yield tree.fail(path, f"'{printable(url)}' is not a plain server address", hint=hint)


def _at(data: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 - a setting's value
    top, _, inner = key.partition(".")
    value = data.get(top)
    return value.get(inner) if inner and value is not None else value
