"""The drafts of a lint run, one by one: text, messages or JSONL, from files or stdin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, Protocol

from replyctl import opening
from replyctl.bounds import DATA, MESSAGE, TEXT
from replyctl.cli.draft_files import KINDS
from replyctl.cli.jsontext import parsed, parsed_object
from replyctl.errors import DataError, Place, ReplyctlError, UsageError
from replyctl.mail.headers import headers

if TYPE_CHECKING:
    from replyctl.cli.streams import Streams


class Input(NamedTuple):
    """One draft to check, or the error that prevented reading it."""

    name: str
    """Its path, "stdin", or the id of a JSONL draft (without one, the line number)."""
    key: str
    """`path` or `id`."""
    id: str | int | None = None
    """A JSONL draft's id as given."""
    subject: str | None = None
    body: str = ""
    whole: bool = True
    """Whether `body` is the whole draft, including headers."""
    encoding: str | None = "utf-8"
    """The encoding to write it back in; None if `body` was decoded from a message."""
    context: Mapping[str, Any] | None = None
    error: ReplyctlError | None = None
    place: Place = Place("")
    """Its file, with the line in a JSONL file."""


class _Source(Protocol):
    """A source of bytes: a file or stdin."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes."""
        ...

    def lines(self, most: int, /) -> Iterator[bytes]:
        """The lines, see `opening.lines`."""
        ...


class _File(NamedTuple):
    """An open file as a source."""

    file: BinaryIO

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes."""
        return self.file.read(size)

    def lines(self, most: int, /) -> Iterator[bytes]:
        """The lines, see `opening.lines`."""
        return opening.lines(self.file, most)


def inputs(files: tuple[str, ...], stdin_format: str, streams: Streams) -> Iterator[Input]:
    """All drafts, each read when needed. UsageError if there is nothing to read."""
    if not files and streams.stdin_is_terminal:
        raise UsageError("nothing to check", hint="name a file, or pipe in a draft")
    return _each(files or ("-",), stdin_format, streams)


def is_jsonl(name: str, stdin_format: str) -> bool:
    """Whether that file, or stdin, holds one draft per line."""
    return _format(name, stdin_format) == "jsonl"


def _format(given: str, stdin_format: str) -> str:
    """The format by the file's extension, text if it is unknown."""
    if given == "-":
        return stdin_format
    return next((name for name in FORMATS if given.lower().endswith(f".{name}")), "text")


def _each(files: tuple[str, ...], stdin_format: str, streams: Streams) -> Iterator[Input]:
    for given in files:
        name = "stdin" if given == "-" else given
        drafts = FORMATS[_format(given, stdin_format)]
        try:
            if given == "-":
                yield from drafts(name, streams)
            else:
                with Path(given).open("rb") as file:
                    yield from drafts(name, _File(file))
        except IsADirectoryError:
            yield _none(Place(name), DataError("no drafts in this folder", hint=f"drafts are named {KINDS}"))
        except OSError as error:
            yield _none(Place(name), DataError(f"cannot be read: {error.strerror}"))
        except DataError as error:
            yield _none(Place(name), error)


def json_object(path: str | None, option: str) -> Mapping[str, Any]:
    """The JSON object in the file named by an option, {} without a file. DataError."""
    if path is None:
        return {}
    try:
        content = opening.given(Path(path), DATA)
    except OSError as error:
        hint = f"{option} takes the name of a file that holds the JSON" if path.lstrip().startswith("{") else ""
        raise DataError(f"cannot read {option}: {error.strerror}", hint=hint, place=Place(path)) from None
    return parsed_object(content, Place(path), option, '{"customer": {"name": "Diane"}}')


_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""By byte order mark. The mark stays in the text, as in UTF-8."""


def _whole(name: str, content: bytes, *, is_message: bool) -> Input:
    """A whole file as one draft: text, or a message, decoded. DataError if it is neither."""
    encoding = _UTF_16.get(content[:2], "utf-8")
    if len(content) > MESSAGE:
        raise _too_long()
    try:
        text, wrong = content.decode(encoding), 0
    except UnicodeDecodeError as error:
        text, wrong = content.decode("utf-8", "surrogateescape"), content[: error.start].count(b"\n") + 1
    block = headers(text)
    context = None
    if block and (is_message or block.is_mime or block.is_encoded):
        from replyctl.mail.mime import decoded

        text, attachments = decoded(text, block)
        context = {"attachments": attachments} if is_message or block.is_mime else None
    elif wrong:
        raise DataError("not UTF-8", hint="save the draft as UTF-8", place=Place(name, wrong))
    if len(text) > TEXT:
        raise _too_long()
    if "\0" in text:
        raise DataError("not a text file")
    is_as_given = text.encode(encoding, "surrogateescape") == content
    given = encoding if is_as_given else None
    return Input(name, "path", body=text, encoding=given, context=context, place=Place(name))


def _text(name: str, source: _Source) -> Iterator[Input]:
    yield _whole(name, source.read(MESSAGE + 1), is_message=False)


def _message(name: str, source: _Source) -> Iterator[Input]:
    yield _whole(name, source.read(MESSAGE + 1), is_message=True)


def _lines(name: str, source: _Source) -> Iterator[Input]:
    return (_line(line, name, number) for number, line in enumerate(source.lines(MESSAGE), 1) if line.strip())


FORMATS: Mapping[str, Callable[[str, _Source], Iterator[Input]]] = {"text": _text, "eml": _message, "jsonl": _lines}
"""Readers by format: the values of `--stdin-format`, and file extensions."""


def _line(line: bytes, name: str, number: int) -> Input:
    place = Place(name, number)
    if len(line) > MESSAGE:
        return _none(place, DataError(f"a line of more than {MESSAGE >> 20} MB: what is behind it is not read"))
    try:
        data = parsed(line, place)
    except DataError as error:
        return _none(place, error)
    if wrong := _no_draft(data):
        return _none(place, DataError(wrong))
    given = data.get("id")
    id_ = given if isinstance(given, str | int) else number
    texts = {"subject": data.get("subject"), "body": data["body"], "context": data.get("context")}
    return Input(str(id_), "id", id_, whole=False, place=place, **texts)


def _too_long() -> DataError:
    return DataError(f"longer than {TEXT:,} characters", hint="remove the quoted mail")


def _no_draft(data: Any) -> str:  # noqa: ANN401 - JSON's values are of any type
    """Why `data` is not a draft, or ""."""
    if not isinstance(data, dict) or not isinstance(data.get("body"), str):
        return 'a draft must be an object with a "body" of text'
    if not isinstance(data.get("subject"), str | None):
        return '"subject" must be text'
    if not isinstance(data.get("context"), dict | None):
        return '"context" must be an object'
    return "" if len(data["body"]) + len(data.get("subject") or "") <= TEXT else _too_long().message


def _none(place: Place, why: ReplyctlError) -> Input:
    return Input(place.file, "id" if place.line else "path", error=why, place=place)
