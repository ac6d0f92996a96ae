"""A configuration file or the environment against the settings; only for content that was not seen before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from replyctl.config.keys import typed
from replyctl.config.settings import KEYS, SECTIONS, VARIABLES, Settings
from replyctl.errors import ConfigError, ReplyctlError, did_you_mean
from replyctl.pattern import wrong
from replyctl.yamlfile import Tree, parse, validate
from replyctl.yamlfile.validate import together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORD = re.compile("[a-z]+")


def check_file(content: bytes | str, file: str, *, own: bool) -> dict[str, Any]:
    """The settings in a file's content, by dotted name. `own` as in layers. Raises ConfigError for all at once."""
    return check_tree(parse(content, file, ConfigError), own=own)


def check_tree(tree: Tree, *, own: bool) -> dict[str, Any]:
    """As `check_file`, for a file that is parsed already."""
    given = _without_blanks(tree)
    validate(Settings, given)
    if errors := [*_own_checks(given), *_commands(given, own=own), *_server(given, own=own)]:
        raise together(errors)
    values = {key: value for key in KEYS if (value := _at(given.data, key)) is not None}
    return values | ({"lint.options": tree.typed(("lint", "options"))} if "lint.options" in values else {})


def check_variables(given: Mapping[str, str]) -> dict[str, Any]:
    """Settings by dotted name from the text of their variables. Raises ConfigError."""
    values: dict[str, Any] = {}
    for key, text in given.items():
        try:
            values |= check_value(key, typed(key, text), own=key != "look_up")
        except ReplyctlError as problem:
            raise ConfigError(f"{VARIABLES[key]}: {problem.message}", hint=problem.hint) from None
    return values


def check_value(key: str, value: Any, *, own: bool) -> dict[str, Any]:  # noqa: ANN401 - as typed
    """One setting, or a value in one, as a file that holds nothing else. Raises ConfigError without a place."""
    import json  # noqa: PLC0415 - JSON is YAML, and quotes all that must be quoted

    for name in reversed(key.split(".")):
        value = {name: value}
    try:
        return check_tree(parse(json.dumps(value, ensure_ascii=False), key, ConfigError), own=own)
    except ConfigError as problem:
        raise ConfigError(problem.message, hint=problem.hint) from None


def _without_blanks(tree: Tree) -> Tree:
    """A known key with nothing after it is not set: people comment out values and leave the key."""

    def kept(values: dict[str, Any], above: str) -> dict[str, Any]:
        known = {key.removeprefix(above).partition(".")[0] for key in KEYS if key.startswith(above)}
        filled = {key: value for key, value in values.items() if value is not None or key not in known}
        return {
            k: kept(v, f"{k}.") if not above and k in SECTIONS and isinstance(v, dict) else v for k, v in filled.items()
        }

    return replace(tree, data=kept(tree.data, ""))


def _own_checks(tree: Tree) -> Iterator[ReplyctlError]:
    """What types cannot say. `tree` fits the types."""
    signature = tree.data.get("signature", "own")
    if _WORD.fullmatch(signature) and signature not in {"own", "external"}:
        hint = did_you_mean(signature, ("own", "external"))
        yield tree.fail(("signature",), f"'{signature}' is neither own, external nor a signature's text", hint=hint)
    for index, pattern in enumerate(tree.data.get("order_patterns", ())):
        if problem := wrong(pattern):
            yield tree.fail(("order_patterns", index), f"not a regular expression: {problem}")
    zone = tree.data.get("calendar", {}).get("timezone")
    if zone and not _is_zone(zone):
        from zoneinfo import available_timezones  # noqa: PLC0415 - an error path; reads a folder of files

        hint = did_you_mean(zone, tuple(sorted(available_timezones())))
        yield tree.fail(
            ("calendar", "timezone"), f"no time zone is called '{zone}'", hint=hint or "such as Asia/Jerusalem"
        )


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - slow, and only for content that is new

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _commands(tree: Tree, *, own: bool) -> Iterator[ReplyctlError]:
    """Commands to run are taken from nobody but the user."""
    if "look_up" not in tree.data:
        return
    if not own:
        hint = "move it to your own file: replyctl config path"
        yield tree.fail(
            ("look_up",), "'look_up' runs a command, so only your own file may hold it", hint=hint, key=True
        )
    for name, argv in tree.data["look_up"].items():
        if not argv:
            yield tree.fail(("look_up", name), f"'look_up.{name}' names no command")


def _server(tree: Tree, *, own: bool) -> Iterator[ReplyctlError]:
    """Where customers' text is sent, nobody but the user says; this computer itself is always right."""
    url = tree.data.get("grammar", {}).get("languagetool_url", "")
    if url and not re.match(r"https?://[^\s/]+", url):
        hint = "such as http://languagetool.example.com:8081"
        yield tree.fail(("grammar", "languagetool_url"), f"'{url}' is no address of a server", hint=hint)
    elif url and not own and not _is_here(url):
        hint = "move it to your own file: replyctl config path"
        message = "'grammar.languagetool_url' says where customers' text is sent, so only your own file may hold it"
        yield tree.fail(("grammar", "languagetool_url"), message, hint=hint, key=True)


def _is_here(url: str) -> bool:
    from urllib.parse import urlsplit  # noqa: PLC0415 - only with such a setting

    return urlsplit(url).hostname in {"localhost", "127.0.0.1", "::1"}


def _at(data: Mapping[str, Any], key: str) -> Any:  # noqa: ANN401 - a setting's value
    top, _, inner = key.partition(".")
    value = data.get(top)
    return value.get(inner) if inner and value is not None else value
