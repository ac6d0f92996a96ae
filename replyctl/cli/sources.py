"""What `--set` and `--data` give, read from the command line, a file or stdin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replyctl.clean import printable
from replyctl.errors import DataError, Place, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.cli.streams import Streams


def sets(given: Sequence[str]) -> dict[str, str]:
    """KEY=VALUE pairs; of one key the last counts. UsageError if one has no `=`."""
    pairs: dict[str, str] = {}
    for one in given:
        key, equals, value = one.partition("=")
        if not equals or not key.strip():
            raise UsageError(f"--set takes KEY=VALUE, not '{printable(one)}'", hint="such as --set order=HW-659")
        pairs[key.strip()] = value
    return pairs


def data(path: str | None, streams: Streams) -> dict[str, Any]:
    """The JSON object in a file, or on stdin for `-`. DataError if there is none."""
    if path is None:
        return {}
    if path == "-" and streams.stdin_is_terminal:
        raise UsageError("--data - reads a pipe", hint="such as: cat data.json | replyctl compose … --data -")
    try:
        content = streams.read() if path == "-" else Path(path).read_bytes()
        found = json.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise DataError(f"cannot read --data {printable(path)}: {error.strerror or error}") from error
    except json.JSONDecodeError as error:
        raise DataError(f"no JSON: {error.msg}", place=_place(path, error)) from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise DataError(f"no JSON: {error}", place=Place(_named(path))) from error
    if not isinstance(found, dict):
        raise DataError("--data takes a JSON object", hint='such as {"order": "HW-659"}', place=Place(_named(path)))
    return found


def _place(path: str, error: json.JSONDecodeError) -> Place:
    line = error.doc.split("\n")[error.lineno - 1][:200]
    return Place(_named(path), error.lineno, error.colno, printable(line))


def _named(path: str) -> str:
    return "stdin" if path == "-" else printable(path)
