"""The values of `--set` and `--data`, from the command line, a file or stdin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from replyctl.bounds import DATA
from replyctl.clean import printable
from replyctl.cli.data_file import values
from replyctl.errors import DataError, Place, UsageError, quoted
from replyctl.opening import given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.cli.streams import Streams


def sets(given: Sequence[str]) -> dict[str, str]:
    """KEY=VALUE pairs; the last of a key wins. UsageError if one has no `=`."""
    pairs: dict[str, str] = {}
    for one in given:
        key, equals, value = one.partition("=")
        if not equals or not key.strip():
            raise UsageError(f"--set takes KEY=VALUE, not {quoted(one)}", hint="for example --set order=HW-659")
        pairs[key.strip()] = value
    return pairs


def data(path: str | None, streams: Streams) -> dict[str, Any]:
    """The values in a file, or on stdin for `-`, see `data_file`. UsageError, DataError."""
    if path is None:
        return {}
    if path == "-" and streams.stdin_is_terminal:
        raise UsageError(
            "--data - needs data piped to stdin", hint="for example: cat data.json | replyctl compose … --data -"
        )
    try:
        content = streams.read(DATA + 1) if path == "-" else given(Path(path), DATA)
    except OSError as error:
        raise DataError(f"cannot read --data {printable(path)}: {error.strerror or error}") from error
    place = Place("stdin" if path == "-" else printable(path))
    return values(content, place, path)
