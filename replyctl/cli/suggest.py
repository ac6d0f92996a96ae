"""`replyctl suggest`: ranks snippets for what a customer wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from replyctl.cli.help import REPLIES
from replyctl.cli.snippets import LibraryDirs, NoShipped, opened
from replyctl.cli.table_option import one_of
from replyctl.errors import DataError, Place, ReplyctlError, UsageError
from replyctl.language import DEFAULT

if TYPE_CHECKING:
    from replyctl.cli.streams import Streams
    from replyctl.config import Settings
    from replyctl.library.find import Library
    from replyctl.library.search.rank import RankedName, Search

FORMATS = ("pretty", "json", "jsonl")


def register(app: typer.Typer) -> None:
    """Add `suggest`."""
    app.command("suggest", rich_help_panel=REPLIES)(suggest)


def suggest(  # noqa: PLR0913, PLR0917 - a flag each
    ctx: typer.Context,
    mails: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MAIL…|-]", help="Mails, or JSONL with an id and a text per line (default: stdin)."),
    ] = None,
    most: Annotated[int, typer.Option("--most", "-n", min=1, metavar="N", help="How many snippets for each.")] = 5,
    format_: Annotated[str, typer.Option("--format", "-f", **one_of(FORMATS), help="What is printed.")] = "pretty",
    library: LibraryDirs = [],  # noqa: B006 - typer reads it, nobody changes it
    no_shipped: NoShipped = False,
) -> None:
    """Rank snippets for a mail or a sentence, in any language; the best first."""
    from replyctl import config
    from replyctl.library.search.rank import Search

    streams: Streams = ctx.obj
    if not mails and streams.stdin_is_terminal:
        raise UsageError("nothing to read", hint="name a file with the customer's mail, or pipe it in")
    settings = config.load()
    found = opened(settings, library, streams.tell, no_shipped=no_shipped)
    search, rows, failed = Search.of(found), list[str](), False
    for one in _texts(tuple(mails or ("-",)), settings, streams):
        failed |= one.error is not None
        if format_ == "json":
            rows.append(_row(one, search, most))
        elif format_ == "jsonl":
            streams.write(f"{_row(one, search, most)}\n")
        elif one.error is not None:
            streams.tell(f"{one.name}: {one.error.message}")
        else:
            heading = f"{one.name}:\n" if len(mails or ()) > 1 or one.key == "id" else ""
            streams.draw(
                heading + _table(search.fitting(one.text, one.questions)[:most], found, settings.language or DEFAULT)
            )
    if format_ == "json":
        streams.write(f"[{', '.join(rows)}]\n")
    if failed:
        raise typer.Exit(DataError.exit_code)


class _Text(NamedTuple):
    """What a customer wrote, or why it cannot be read."""

    name: str | int
    key: str
    """`path` or `id`; `line` for a line that cannot be read."""
    text: str = ""
    questions: int | None = None
    error: ReplyctlError | None = None


def _texts(given: tuple[str, ...], settings: Settings, streams: Streams) -> Iterator[_Text]:
    from replyctl.cli.mail_inputs import Reader

    reader = Reader(settings)
    for path in given:
        if path.lower().endswith(".jsonl"):
            yield from _lines(path)
            continue
        for mail in reader.mails((path,), streams):
            if mail.case is None:
                yield _Text(mail.path, "path", error=mail.error)
            else:
                yield _Text(mail.path, "path", mail.case.written, len(mail.case.questions))


def _lines(path: str) -> Iterator[_Text]:
    """The texts of a JSONL file, each line as it comes."""
    from replyctl import opening
    from replyctl.bounds import MESSAGE, TEXT
    from replyctl.cli.jsontext import parsed

    try:
        with Path(path).open("rb") as file:
            for number, line in enumerate(opening.lines(file, MESSAGE), 1):
                if not line.strip():
                    continue
                try:
                    data = parsed(line, Place(path, number))
                except DataError as error:
                    yield _Text(number, "line", error=error)
                    continue
                text = data.get("text") if isinstance(data, dict) else None
                if not isinstance(text, str):
                    yield _Text(number, "line", error=DataError('a line must be an object with a "text"'))
                else:
                    id_ = data.get("id")
                    yield _Text(id_ if isinstance(id_, str | int) else number, "id", text[:TEXT])
    except OSError as error:
        yield _Text(path, "path", error=DataError(f"cannot be read: {error.strerror}"))


def _row(one: _Text, search: Search, most: int) -> str:
    from replyctl.report.json import dumps

    if one.error is not None:
        return dumps({one.key: one.name, "error": one.error.message})
    found = [{"name": hit.name, "score": hit.score} for hit in search.fitting(one.text, one.questions)[:most]]
    return dumps({one.key: one.name, "snippets": found})


def _table(hits: list[RankedName], library: Library, language: str) -> str:
    from replyctl.cli.columns import aligned

    titles = dict(library.titles(language))
    return aligned([(hit.name, f"{hit.score:.2f}", titles[hit.name]) for hit in hits]) if hits else "no snippet fits\n"
