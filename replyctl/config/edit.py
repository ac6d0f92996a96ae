"""Changes one setting in the user's file; the rest of the file, with its comments, stays as it is.

The text is edited at the position that YAML reports. The result must parse to the old values with the one change,
or nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from replyctl import paths
from replyctl.bounds import FILE
from replyctl.config.layers import user_file, why_foreign
from replyctl.config.settings import Settings, build, flat
from replyctl.errors import ConfigError, Place
from replyctl.files import write_atomic
from replyctl.opening import regular

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Check = Callable[[Settings], None]

_PLAIN = r"[^\W\d_](?:[\w .@+/-]*\w)?"
_RESERVED = {"true", "false", "yes", "no", "on", "off", "y", "n", "null"}
"""Words that YAML 1.1 readers do not read as text."""


def set_value(key: str, text: str, check: Check = lambda _: None) -> Path:
    """Set `key` (agent.name, tone.he, lint.ignore) to `text` in the user's file. Returns the file.

    The whole file is checked as when it is loaded, and by `check`, which raises ConfigError. Raises UsageError for an
    unknown key, ConfigError for an invalid value or a broken file, OutputError if it cannot be written.
    """
    from replyctl.config.check import check_value
    from replyctl.config.keys import typed
    from replyctl.yamlfile import parse, read

    value, file, path = typed(key, text), user_file(), tuple(key.split("."))
    check_value(key, value)
    if file.exists() and not file.is_file():
        raise ConfigError("not a file", hint="`config set` cannot change a pipe or a device", place=Place(str(file)))
    tree = read(file, ConfigError) if file.exists() else parse("", str(file), ConfigError)
    before = regular(file, FILE) if file.exists() else None
    old = (before or b"").decode("utf-8-sig")
    new = edited(old.replace("\r\n", "\n"), path, value)
    try:
        right = parse(new, str(file), ConfigError).data == _changed(tree.data, path, _written(value))
    except ConfigError:
        right = False
    if not right:
        hint = f"edit the file: {_flow(path, value)}"
        raise ConfigError(f"cannot change '{key}' alone in this file", hint=hint, place=Place(str(file)))
    if (mistake := _mistake(new, file, check)) and not _same(mistake, _mistake(old, file, check)):
        raise ConfigError(mistake.message, hint=mistake.hint)
    paths.made(file.parent)
    write_atomic(file, new.replace("\n", "\r\n" if "\r\n" in old else "\n").encode(), 0o600, read=before)
    return file


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


def edited(text: str, path: tuple[str, ...], value: Any) -> str:  # noqa: ANN401 - str, list[str], number or bool
    """`text`, a YAML mapping that parses, with `value` at `path`."""
    import yaml  # as set_value

    node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if node is None:
        return f"{_ended(text)}{_block(path, value, 0)}"
    for depth, step in enumerate(path):
        pair = next((pair for pair in node.value if pair[0].value == step), None)
        if pair is None:
            return _insert(text, node, path[depth:], value)
        if depth == len(path) - 1 or not isinstance(pair[1], yaml.MappingNode):
            return _replace(text, pair[0], pair[1], _flow(path[depth + 1 :], value))
        node = pair[1]
    return text


def _replace(text: str, key: Any, node: Any, new: str) -> str:  # noqa: ANN401 - yaml's nodes
    colon = text.index(":", key.end_mark.index) + 1
    end = _end(text, node)
    inline = text[colon : node.start_mark.index] if node.start_mark.line == key.start_mark.line else ""
    tail = "\n" if text[:end].endswith("\n") else ""
    return f"{text[:colon]}{inline or ' '}{new}{tail}{text[end:]}"


def _insert(text: str, mapping: Any, path: tuple[str, ...], value: Any) -> str:  # noqa: ANN401 - yaml's nodes
    if mapping.flow_style:
        end = mapping.end_mark.index - 1
        comma = ", " if mapping.value else ""
        return f"{text[:end].rstrip()}{comma}{_flow(path, value)[1:-1]}{text[end:]}"
    end = _end(text, mapping.value[-1][1])
    if not text[:end].endswith("\n"):
        end = text.find("\n", end) + 1 or len(text)
    return f"{_ended(text[:end])}{_block(path, value, mapping.start_mark.column)}{text[end:]}"


def _end(text: str, node: Any) -> int:  # noqa: ANN401 - as above
    """Where a value ends. YAML includes blank lines and comments after a block."""
    end: int = node.end_mark.index
    lines = text[node.start_mark.index : end].splitlines(keepends=True)
    while len(lines) > 1 and (
        not lines[-1].strip() or (isinstance(node.value, list) and lines[-1].lstrip()[:1] == "#")
    ):
        end -= len(lines.pop())
    return end


def _block(path: tuple[str, ...], value: Any, indent: int) -> str:  # noqa: ANN401 - as above
    lines = [f"{' ' * (indent + 2 * depth)}{_scalar(name)}:" for depth, name in enumerate(path)]
    return "\n".join(lines) + f" {flow(value)}\n"


def _flow(path: tuple[str, ...], value: Any) -> str:  # noqa: ANN401 - as above
    return f"{{{_scalar(path[0])}: {_flow(path[1:], value)}}}" if path else flow(value)


def flow(value: Any) -> str:  # noqa: ANN401 - any setting's value
    """A value as YAML on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_scalar(key)}: {flow(inner)}' for key, inner in value.items())}}}"
    return f"[{', '.join(flow(item) for item in value)}]" if isinstance(value, list | tuple) else _scalar(value)


def _scalar(value: Any) -> str:  # noqa: ANN401 - as above
    import json

    if isinstance(value, str) and re.fullmatch(_PLAIN, value) and value.lower() not in _RESERVED:
        return value
    return json.dumps(value, ensure_ascii=False)


def _written(value: Any) -> Any:  # noqa: ANN401 - as above
    """The value as plain data."""
    return value if isinstance(value, str | list) else _scalar(value)


def _changed(data: Any, path: tuple[str, ...], value: Any) -> Any:  # noqa: ANN401 - as above
    if not path:
        return value
    within = data if isinstance(data, dict) else {} if data is None else {"": data}
    return within | {path[0]: _changed(within.get(path[0]), path[1:], value)}


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
