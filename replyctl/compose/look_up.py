"""What the agent's own command knows about an order: run once, without a shell, and never in the way."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from replyctl.clean import clean
from replyctl.compose.reading import read_raw
from replyctl.errors import Unfilled, ValueRefused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from replyctl.compose.composition import Composition

SECONDS = 10
_LIMIT = 1 << 20
"""Bytes of JSON."""


def command(argv: Sequence[str], values: Mapping[str, str]) -> tuple[str, ...]:
    """The command with each `{name}` replaced by that value; a name that is not known stays as it is.

    Only whole arguments and parts of them are filled, so a value can never become a further argument.
    """
    return tuple(_filled(argument, values) for argument in argv)


def _filled(argument: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        if f"{{{name}}}" in argument:
            return argument.replace(f"{{{name}}}", value)
    return argument


def run(argv: Sequence[str]) -> tuple[Mapping[str, Any], str]:
    """What the command's JSON offers, by name, and a notice if it offers nothing."""
    import subprocess  # noqa: PLC0415 - slow, and few have such a command

    name = argv[0] if argv else ""
    try:
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - the user's own configuration, no shell
    except (OSError, ValueError) as error:
        return {}, f"look_up: {name} cannot be run: {getattr(error, 'strerror', None) or error}"
    except subprocess.TimeoutExpired:
        return {}, f"look_up: {name} did not answer within {SECONDS} seconds"
    if done.returncode:
        said = clean(done.stderr.decode("utf-8", "replace"))[:200]
        return {}, f"look_up: {name} failed with exit code {done.returncode}{f': {said}' if said else ''}"
    try:
        found = json.loads(done.stdout[:_LIMIT].decode("utf-8"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return {}, f"look_up: {name} printed no JSON object"
    return found, ""


def looked_up(composition: Composition) -> Composition:
    """With what the configured commands offer for the values that are known by now; each is run once a value.

    Names that this reply does not have are passed over: a shop knows more of an order than a reply needs. A value that
    does not fit its field is left out with a notice.
    """
    for name, argv in composition.settings.look_up.items():
        texts = {key: str(value.value) for key, value in composition.values.items()}
        if name not in texts:
            continue
        filled = command(argv, texts)
        if composition.sources.commands.get(name) != filled:
            composition = _with(composition, name, filled)
    return composition


def _with(composition: Composition, name: str, argv: tuple[str, ...]) -> Composition:
    form = composition.form
    found, notice = run(argv)
    fitting: dict[str, Any] = {}
    notices = [notice] if notice else []
    names = form.names()
    for key, value in {**found, **_nested(found)}.items():
        if key in names and value not in (None, "", []):
            try:
                read_raw(composition, key, value)
            except Unfilled:
                fitting[key] = value  # as with other sources: it is missing, and is asked for with the reason
            except ValueRefused as error:
                notices.append(f"look_up: {key} is left out: {error.message}")
            else:
                fitting[key] = value
    sources = composition.sources._replace(
        look_up={**composition.sources.look_up, **fitting},
        commands={**composition.sources.commands, name: argv},
    )
    return replace(composition, sources=sources, notices=(*composition.notices, *notices))


def _nested(found: Mapping[str, Any]) -> dict[str, Any]:
    return {
        f"{label}.{key}": value
        for label in ("customer", "case")
        if isinstance(inner := found.get(label), dict)
        for key, value in inner.items()
    }
