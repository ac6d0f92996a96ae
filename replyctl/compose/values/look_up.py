"""Look-up commands from the agent's configuration: run once, without a shell; a failure is only a notice."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.clean import clean
from replyctl.compose.values.read_values import read_raw
from replyctl.errors import Unfilled, ValueRefused

if TYPE_CHECKING:
    from subprocess import Popen
    from threading import Event

    from replyctl.compose.plan.decided import Plan
    from replyctl.library.field_types.value import Value

SECONDS = 10
_LIMIT = 1 << 20
"""Bytes of JSON read from the command."""
_BEAT = 0.05
"""Seconds between looks at whether to stop."""


class LookedUp(NamedTuple):
    """What a command found."""

    values: Mapping[str, Any] = MappingProxyType({})
    """By name."""
    notice: str = ""
    """Why there is nothing."""


Runner = Callable[[Sequence[str], str], LookedUp]
"""Runs a command for a value, see `run`."""


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


def run(argv: Sequence[str], _value: str = "", stop: Event | None = None) -> LookedUp:
    """What the command prints as JSON, by name; nothing, with a notice, if it fails, or if `stop` is set meanwhile.

    In the end neither the command nor anything that it started is running.
    """
    import subprocess

    name = argv[0] if argv else ""
    try:
        job = subprocess.Popen(  # noqa: S603 - the user's own configuration, no shell
            argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
    except (OSError, ValueError) as error:
        return LookedUp(notice=f"look_up: cannot run {name}: {getattr(error, 'strerror', None) or error}")
    try:
        output, errors = _waited(job, stop)
    except subprocess.TimeoutExpired:
        skipped = stop is not None and stop.is_set()
        why = "skipped" if skipped else f"{name} did not answer within {SECONDS} seconds"
        return LookedUp(notice=f"look_up: {why}")
    finally:
        _end(job)
    if job.returncode:
        said = clean(errors.decode("utf-8", "replace"))[:200]
        return LookedUp(notice=f"look_up: {name} failed with exit code {job.returncode}{f': {said}' if said else ''}")
    try:
        found = json.loads(output[:_LIMIT].decode("utf-8"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return LookedUp(notice=f"look_up: {name} did not print a JSON object")
    return LookedUp(found)


def _waited(job: Popen[bytes], stop: Event | None) -> tuple[bytes, bytes]:
    """What the command printed. Raises TimeoutExpired after SECONDS, or soon after `stop` is set."""
    from subprocess import TimeoutExpired

    deadline = time.monotonic() + SECONDS
    while True:
        try:
            return job.communicate(timeout=_BEAT)
        except TimeoutExpired:
            if time.monotonic() > deadline or (stop is not None and stop.is_set()):
                raise


def _end(job: Popen[bytes]) -> None:
    """End the command's process group; the group outlives the command while anything is left in it."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(job.pid, signal.SIGKILL)
    else:
        job.kill()
    job.wait()
    for stream in (job.stdout, job.stderr):
        if stream:
            stream.close()


def offered(plan: Plan, values: Mapping[str, Value], name: str, runner: Runner = run) -> Plan:
    """With the values from the command for `name`, unless its value is unknown or was looked up already.

    Names that this reply does not use are ignored silently; a value that does not fit its field is left out with a
    notice.
    """
    texts = {key: str(value.value) for key, value in values.items()}
    argv = command(plan.settings.look_up[name], texts)
    if name not in texts or plan.sources.commands.get(name) == argv:
        return plan
    found, notice = runner(argv, texts[name])
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
