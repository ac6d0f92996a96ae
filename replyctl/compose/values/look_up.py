"""Look-up commands from the agent's configuration: run once, without a shell; a failure is only a notice."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from replyctl.clean import clean
from replyctl.compose.values.read_values import read_raw
from replyctl.errors import Unfilled, ValueRefused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from replyctl.compose.plan.decided import Plan
    from replyctl.library.field_types.value import Value

SECONDS = 10
_LIMIT = 1 << 20
"""Bytes of JSON read from the command."""


def command(argv: Sequence[str], values: Mapping[str, str]) -> tuple[str, ...]:
    """The command with each `{name}` replaced by its value; an unknown name stays as it is.

    Values are filled in after splitting, so a value never becomes another argument.
    """
    return tuple(_filled(argument, values) for argument in argv)


def _filled(argument: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        if f"{{{name}}}" in argument:
            return argument.replace(f"{{{name}}}", value)
    return argument


def run(argv: Sequence[str]) -> tuple[Mapping[str, Any], str]:
    """The values in the command's JSON by name, and a notice if it fails."""
    import subprocess

    name = argv[0] if argv else ""
    try:
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - the user's own configuration, no shell
    except (OSError, ValueError) as error:
        return {}, f"look_up: cannot run {name}: {getattr(error, 'strerror', None) or error}"
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
        return {}, f"look_up: {name} did not print a JSON object"
    return found, ""


def offered(plan: Plan, values: Mapping[str, Value], name: str) -> Plan:
    """With the values from the command for `name`, unless its value is unknown or was looked up already.

    Names that this reply does not use are ignored silently; a value that does not fit its field is left out with a
    notice.
    """
    texts = {key: str(value.value) for key, value in values.items()}
    argv = command(plan.settings.look_up[name], texts)
    if name not in texts or plan.sources.commands.get(name) == argv:
        return plan
    found, notice = run(argv)
    fitting, misfits = _fitting(plan, found)
    sources = plan.sources._replace(
        look_up={**plan.sources.look_up, **fitting}, commands={**plan.sources.commands, name: argv}
    )
    return replace(plan, sources=sources, notices=(*plan.notices, *filter(None, (notice,)), *misfits))


def _fitting(plan: Plan, found: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The values that this reply can use, and notices about the others."""
    fitting: dict[str, Any] = {}
    notices: list[str] = []
    names = plan.declared.names()
    for key, value in {**found, **_nested(found)}.items():
        if key in names and value not in (None, "", []):
            try:
                read_raw(plan, key, value)
            except Unfilled:
                fitting[key] = value  # as with other sources: missing, and asked for with the reason
            except ValueRefused as error:
                notices.append(f"look_up: {key} is left out: {error.message}")
            else:
                fitting[key] = value
    return fitting, notices


def _nested(found: Mapping[str, Any]) -> dict[str, Any]:
    return {
        f"{label}.{key}": value
        for label in ("customer", "case")
        if isinstance(inner := found.get(label), dict)
        for key, value in inner.items()
    }
