"""The values of a data file: JSON, YAML, or a table with one row. Errors give the place but never quote the content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from replyctl.bounds import DATA
from replyctl.cli.jsontext import parsed
from replyctl.errors import DataError, Place

_EXAMPLE = 'for example {"order": "HW-659"}'
_SEPARATORS = ",;\t"


def values(content: bytes, place: Place, name: str) -> dict[str, Any]:
    """The values by name. `name` tells the format; without an extension the content does. DataError."""
    if len(content) > DATA:
        raise DataError(f"--data takes at most {DATA >> 20} MB", place=place)
    if not content.strip(_BLANK):
        raise DataError("--data: nothing was piped in" if name == "-" else "--data: the file is empty", place=place)
    read = next((read for ending, read in _READERS.items() if name.lower().endswith(ending)), None)
    return (read or _by_content(content))(content, place)


_BLANK = b" \t\r\n\xef\xbb\xbf"


def _by_content(content: bytes) -> Callable[[bytes, Place], dict[str, Any]]:
    """JSON is told by its first sign, or its encoding; all else is YAML."""
    start = content.lstrip(_BLANK)[:1]
    return _json if start in {b"{", b"[", b'"', b"\xff", b"\xfe"} else _yaml


def _json(content: bytes, place: Place) -> dict[str, Any]:
    found = parsed(content, place)
    if isinstance(found, list) and found and all(isinstance(one, dict) for one in found):
        found = _only(found, place)
    if not isinstance(found, dict):
        raise DataError("--data takes a JSON object", hint=_EXAMPLE, place=place)
    return found


def _lines(content: bytes, place: Place) -> dict[str, Any]:
    lines = [(number, line) for number, line in enumerate(content.splitlines(), 1) if line.strip(_BLANK)]
    _only(lines, place)
    number, line = lines[0]
    return _json(line, place._replace(line=number))


def _yaml(content: bytes, place: Place) -> dict[str, Any]:
    from replyctl.yamlfile import parse

    try:
        tree = parse(content, place.file, DataError)
    except DataError as error:
        where = error.place and error.place._replace(quoted="")
        raise DataError(f"--data: {error.message}", hint=error.hint, place=where) from None
    found: dict[str, Any] = tree.typed()
    return found


def _table(content: bytes, place: Place) -> dict[str, Any]:
    import csv

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError("not UTF-8", hint="save the table as UTF-8", place=place) from None
    head = text.lstrip("\r\n").partition("\n")[0]
    try:
        table = csv.reader(text.splitlines(keepends=True), delimiter=max(_SEPARATORS, key=head.count), strict=True)
        rows = [row for row in table if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise DataError(f"not a table: {error}", place=place) from None
    row = _only(rows[1:], place)
    if len(row) > len(rows[0]):
        raise DataError(f"the row has {len(row)} cells, and the heading {len(rows[0])}", place=place)
    return dict(zip(map(str.strip, rows[0]), map(str.strip, row), strict=False))


def _only(rows: list[Any], place: Place) -> Any:  # noqa: ANN401 - a row of any shape
    """The row. DataError if there is none, or more than one."""
    if not rows:
        raise DataError("--data: there is no row below the heading", place=place)
    if len(rows) > 1:
        hint = "give one row; a script can run compose once for each"
        raise DataError(f"--data: {len(rows)} rows, and a reply takes one", hint=hint, place=place)
    return rows[0]


_READERS: Mapping[str, Callable[[bytes, Place], dict[str, Any]]] = {
    ".json": _json,
    ".jsonl": _lines,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".csv": _table,
    ".tsv": _table,
}
"""By file extension."""
