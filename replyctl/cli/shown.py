"""Snippets as a person sees them: a table of many, the file of one and where it comes from."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import TYPE_CHECKING

from replyctl.clean import printable
from replyctl.cli.columns import aligned
from replyctl.library.read import read, read_bytes
from replyctl.library.snippet import localized

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replyctl.cli.streams import Streams
    from replyctl.library.find import Library
    from replyctl.library.snippet import Snippet

WIDE = 60
"""Cells of a terminal from which on kind and languages are shown."""


def table(streams: Streams, snippets: Iterable[Snippet], language: str) -> None:
    """Print name, kind, languages and title (for a reader of `language`), one line a snippet, cut to the terminal."""
    width = get_terminal_size().columns if streams.stdout_is_terminal else None
    wide = width is None or width >= WIDE
    rows = [
        (one.name, *((one.kind, " ".join(one.text)) if wide else ()), localized(one.title, language))
        for one in snippets
    ]
    streams.write(aligned(rows, width))


def file(library: Library, name: str) -> str:
    """The file of the snippet `name` as it is written. SnippetNotFound; SnippetError if it is broken."""
    path = library.path(name)
    read(path)
    text = read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")
    return printable(text if text.endswith("\n") else f"{text}\n")


def origin(library: Library, name: str) -> str:
    """The file that won, and those that it stands over, a line each: `from team: …`, `over shipped: …`."""
    winner, *others = library.layers(name)
    marked = [("from", winner), *(("over", one) for one in others)]
    return "\n".join(f"{verb} {one.layer.kind}: {printable(str(path))}" for verb, one in marked for path in one.paths)
