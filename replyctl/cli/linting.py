"""A lint run over many inputs: each is read, checked and reported before the next is looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TYPE_CHECKING

from replyctl import config
from replyctl.cli.checked import holding
from replyctl.errors import DataError, Place, ReplyctlError, UsageError
from replyctl.lint.context import Context
from replyctl.lint.draft import Source
from replyctl.lint.run import Selection, lint, lint_parts
from replyctl.report.checked import Checked
from replyctl.text.clean import printable

if TYPE_CHECKING:
    from replyctl.cli.checked import Level
    from replyctl.cli.streams import Streams

_BAD_INPUT = 3


class Request(NamedTuple):
    """What the command line asks for."""

    files: tuple[str, ...]
    context: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_level: Level
    format: str
    stdin_format: str


class Input(NamedTuple):
    """One draft to check, or why there is none."""

    name: str
    key: str
    subject: str | None = None
    body: str = ""
    whole: bool = True
    """Whether `body` is the whole draft as given, headers and all."""
    context: Mapping[str, Any] | None = None
    error: ReplyctlError | None = None
    line: int = 0


def run(request: Request, streams: Streams) -> int:
    """Check every input; the exit code: 0, 1 (problems at the fail level), 3 (an input that cannot be read)."""
    settings = config.load().lint
    selection = Selection.of(request.select or settings.select, (*settings.ignore, *request.ignore), settings.options, settings.severity)
    shared = _shared(request.context)
    report = _report(request.format, streams)
    failed = unreadable = False
    unknown: set[str] = set()
    streams.write(report.head)
    for item in _inputs(request, streams):
        try:
            checked, context = _check(item, shared, selection)
        except ReplyctlError as error:
            unreadable = True
            streams.write(report.error({item.key: item.line or item.name, "error": str(error)}))
            if request.format not in {"json", "jsonl"}:
                streams.tell(f"replyctl: {printable(str(error))}")
            continue
        for key in sorted(set(context.unknown) - unknown):
            streams.tell(f"notice: the context's '{printable(key)}' is not known and passed over")
        unknown.update(context.unknown)
        failed = failed or bool(holding(checked.problems, request.fail_level))
        streams.write(report.draft(checked))
    streams.write(report.tail)
    return _BAD_INPUT if unreadable else int(failed)


def _check(item: Input, shared: Mapping[str, Any], selection: Selection) -> tuple[Checked, Context]:
    if item.error:
        raise item.error
    context = Context.of({**shared, **(item.context or {})})
    if item.whole:
        draft, problems = lint(Source.of(item.body), context, selection)
    else:
        draft, problems = lint_parts(item.body, item.subject, context, selection)
    texts = (item.body if item.whole else item.subject or "", item.body)
    return Checked(item.name, item.key, draft.language.code, tuple(problems), texts), context


def _report(name: str, streams: Streams) -> Any:  # noqa: ANN401 - one of the reports, which share their four names
    if name == "pretty":
        from replyctl.report.pretty import Report  # noqa: PLC0415 - only the report that is asked for

        return Report(colour=streams.colour(on_stdout=True))
    from importlib import import_module  # noqa: PLC0415 - as above

    return import_module(f"replyctl.report.{name}").Report()


def _shared(path: str | None) -> Mapping[str, Any]:
    if path is None:
        return {}
    try:
        found = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise DataError(f"cannot read --context: {error.strerror}", place=Place(path)) from None
    except ValueError as error:
        raise DataError(f"no JSON: {error}", place=Place(path)) from None
    if not isinstance(found, dict):
        raise DataError("--context takes a JSON object", hint='such as {"customer": {"name": "Diane"}}', place=Place(path))
    return found


def _inputs(request: Request, streams: Streams) -> Iterator[Input]:
    if not request.files and streams.stdin_is_terminal:
        raise UsageError("nothing to check", hint="name a file, or pipe a draft in")
    for name in request.files or ("-",):
        if name == "-":
            if request.stdin_format == "jsonl":
                yield from _lines(streams.stdin, "stdin")
            else:
                yield _whole("stdin", streams.read())
        else:
            yield from _file(name)


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
    try:
        text = content.decode("utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return Input(name, "path", error=DataError("not UTF-8", hint="save the draft as UTF-8", place=Place(name, line)))
    if "\0" in text:
        return Input(name, "path", error=DataError("not a text", place=Place(name)))
    return Input(name, "path", body=text)


def _lines(lines: Any, name: str) -> Iterator[Input]:  # noqa: ANN401 - anything that yields lines of bytes
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _line(line, name, number)


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
    return Input(str(data.get("id", number)), "id", subject, data["body"], whole=False, context=context)


def _no_draft(name: str, number: int, why: str) -> Input:
    return Input(name, "line", error=DataError(why, place=Place(name, number)), line=number)
