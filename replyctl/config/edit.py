"""Changes or takes out one setting in the user's file; the rest of the file, with its comments, stays as it is.

The result must parse to the old values with the one change, or nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl import paths
from replyctl.bounds import FILE
from replyctl.config.flat import BY_LANGUAGE, build, flat
from replyctl.config.layers import user_file, why_foreign
from replyctl.config.rewrite import edited, flow, removed
from replyctl.config.settings import Settings
from replyctl.errors import ConfigError, Place
from replyctl.files import write_atomic
from replyctl.language import DEFAULT
from replyctl.opening import regular

if TYPE_CHECKING:
    from pathlib import Path

    Check = Callable[[Settings], None]


def set_value(key: str, text: str, check: Check = lambda _: None) -> Path:
    """Set `key` (agent.name, tone.he, lint.ignore) to `text` in the user's file. Returns the file.

    The whole file is checked as when it is loaded, and by `check`, which raises ConfigError. Raises UsageError for an
    unknown key, ConfigError for an invalid value or a broken file, OutputError if it cannot be written.
    """
    from replyctl.config.check import check_value
    from replyctl.config.keys import typed

    value, path = typed(key, text), tuple(key.split("."))
    check_value(key, value)
    change = _Change(lambda text: edited(text, path, value), lambda data: _changed(data, path, _written(value)))
    return _write(change, _by_hand(key, path, value), check)


def unset_value(key: str) -> tuple[Path, bool]:
    """Take `key` out of the user's file. Returns the file, and whether the key was there. Raises as `set_value`."""
    from replyctl.config.keys import kind
    from replyctl.yamlfile import read

    kind(key)
    file, path = user_file(), tuple(key.split("."))
    if not file.is_file() or read(file, ConfigError).node(path) is None:
        return file, False
    change = _Change(lambda text: removed(text, path), lambda data: _without(data, path))
    return _write(change, f"edit the file: take {key} out", lambda _: None), True


class _Change(NamedTuple):
    """What becomes of the file."""

    text: Callable[[str], str]
    data: Callable[[Any], Any]


def _write(change: _Change, by_hand: str, check: Check) -> Path:
    from replyctl.yamlfile import parse, read

    file = user_file()
    if file.exists() and not file.is_file():
        raise ConfigError("not a file", hint="`config set` cannot change a pipe or a device", place=Place(str(file)))
    tree = read(file, ConfigError) if file.exists() else parse("", str(file), ConfigError)
    before = regular(file, FILE) if file.exists() else None
    old = (before or b"").decode("utf-8-sig")
    new = change.text(old.replace("\r\n", "\n"))
    try:
        right = parse(new, str(file), ConfigError).data == change.data(tree.data)
    except ConfigError:
        right = False
    if not right:
        raise ConfigError("this setting alone cannot be changed in this file", hint=by_hand, place=Place(str(file)))
    if (mistake := _mistake(new, file, check)) and not _same(mistake, _mistake(old, file, check)):
        raise ConfigError(mistake.message, hint=mistake.hint)
    paths.made(file.parent)
    write_atomic(file, new.replace("\n", "\r\n" if "\r\n" in old else "\n").encode(), 0o600, read=before)
    return file


def _by_hand(key: str, path: tuple[str, ...], value: Any) -> str:  # noqa: ANN401 - any setting's value
    """What to do where a setting alone cannot be changed."""
    above, _, last = key.rpartition(".")
    if above in BY_LANGUAGE:
        each = f"{{{DEFAULT}: …, {last}: {flow(value)}}}"
        return f"it has one value for all languages: `replyctl config set {above} '{each}'` gives each its own"
    for step in reversed(path):
        value = {step: value}
    return f"edit the file: {flow(value)}"


def _mistake(text: str, file: Path, check: Check) -> ConfigError | None:
    """Why the user's file cannot be loaded with this content, if so."""
    from replyctl.config.check import check_file

    try:
        check(build(flat(Settings()) | check_file(text, str(file), foreign=why_foreign(file))))
    except ConfigError as mistake:
        return mistake
    return None


def _same(mistake: ConfigError, before: ConfigError | None) -> bool:
    """Whether the mistake was there before: then another setting may be changed, perhaps as a step of the repair."""
    return before is not None and mistake.message == before.message


def _written(value: Any) -> Any:  # noqa: ANN401 - as above
    """The value as a file's plain data."""
    if isinstance(value, Mapping):
        return {key: _written(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_written(inner) for inner in value]
    return value if isinstance(value, str) else flow(value)


def _changed(data: Any, path: tuple[str, ...], value: Any) -> Any:  # noqa: ANN401 - as above
    if not path:
        return value
    within = data if isinstance(data, dict) else {} if data is None else {"": data}
    return within | {path[0]: _changed(within.get(path[0]), path[1:], value)}


def _without(data: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - as above
    """The data without the value at `path`, and without the mappings that it would leave empty."""
    inner = _without(data[path[0]], path[1:]) if path[1:] else None
    rest = {key: value for key, value in data.items() if key != path[0]}
    return {key: inner if key == path[0] else data[key] for key in data} if inner else rest
