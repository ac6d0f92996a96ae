"""The drafts of a lint run, one after the other: text or JSONL, from files or stdin."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.errors import DataError, Place, ReplyctlError, UsageError

if TYPE_CHECKING:
    from replyctl.cli.streams import Streams


class Input(NamedTuple):
    """One draft to check, or why there is none."""

    name: str
    """Its path, "stdin", or the id of a JSONL draft; a line without one has its number."""
    key: str
    """`path` or `id`."""
    id: str | int | None = None
    """A JSONL draft's id as given."""
    subject: str | None = None
    body: str = ""
    whole: bool = True
    """Whether `body` is the whole draft as given, headers and all."""
    encoding: str = "utf-8"
    context: Mapping[str, Any] | None = None
    error: ReplyctlError | None = None
    line: int = 0
    """Where it stands in a JSONL file."""


def inputs(files: tuple[str, ...], stdin_format: str, streams: Streams) -> Iterator[Input]:
    """Every draft, read when it is its turn. UsageError where there is nothing to read."""
    if not files and streams.stdin_is_terminal:
        raise UsageError("nothing to check", hint="name a file, or pipe a draft in")
    return _each(files or ("-",), stdin_format, streams)


def _each(files: tuple[str, ...], stdin_format: str, streams: Streams) -> Iterator[Input]:
    for name in files:
        if name == "-" and stdin_format == "jsonl":
            yield from _lines(streams.stdin, "stdin")
        elif name == "-":
            yield _whole("stdin", streams.read())
        else:
            yield from _file(name)


def json_object(path: str | None, option: str) -> Mapping[str, Any]:
    """The JSON object in the file that an option names, {} without one. DataError otherwise."""
    if path is None:
        return {}
    try:
        found = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise DataError(f"cannot read {option}: {error.strerror}", place=Place(path)) from None
    except (ValueError, RecursionError) as error:
        raise DataError(f"no JSON: {error}", place=Place(path)) from None
    if not isinstance(found, dict):
        hint = 'such as {"customer": {"name": "Diane"}}'
        raise DataError(f"{option} takes a JSON object", hint=hint, place=Place(path))
    return found


_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""By byte order mark, which stays in the text as it does in UTF-8."""


def _file(name: str) -> Iterator[Input]:
    try:
        if name.endswith(".jsonl"):
            with Path(name).open("rb") as lines:
                yield from _lines(lines, name)
        else:
            yield _whole(name, Path(name).read_bytes())
    except OSError as error:
        yield Input(name, "path", error=DataError(f"cannot be read: {error.strerror}", place=Place(name)))


def _whole(name: str, content: bytes) -> Input:
    encoding = _UTF_16.get(content[:2], "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        place = Place(name, content[: error.start].count(b"\n") + 1)
        return Input(name, "path", error=DataError("not UTF-8", hint="save the draft as UTF-8", place=place))
    if "\0" in text:
        return Input(name, "path", error=DataError("not a text", place=Place(name)))
    return Input(name, "path", body=text, encoding=encoding)


def _lines(lines: Iterable[bytes], name: str) -> Iterator[Input]:
    return (_line(line, name, number) for number, line in enumerate(lines, 1) if line.strip())


def _line(line: bytes, name: str, number: int) -> Input:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _no_draft(name, number, f"no JSON: {error}")
    if not isinstance(data, dict) or not isinstance(data.get("body"), str):
        return _no_draft(name, number, 'a draft is an object with a "body"')
    subject, context = data.get("subject"), data.get("context")
    if not (subject is None or isinstance(subject, str)):
        return _no_draft(name, number, '"subject" must be text')
    if not (context is None or isinstance(context, dict)):
        return _no_draft(name, number, '"context" must be an object')
    given = data.get("id")
    id_ = given if isinstance(given, str | int) else number
    return Input(str(id_), "id", id_, subject, data["body"], whole=False, context=context, line=number)


def _no_draft(name: str, number: int, why: str) -> Input:
    return Input(name, "id", error=DataError(why, place=Place(name, number)), line=number)
