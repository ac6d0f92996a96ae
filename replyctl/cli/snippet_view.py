"""Snippets as a person sees them: a table of many, the file of one and where it comes from."""

from __future__ import annotations

from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from replyctl.cli.columns import aligned
from replyctl.errors import Place, SnippetError, SnippetNotFound
from replyctl.library.content import read_bytes
from replyctl.library.localized import localized

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replyctl.cli.streams import Streams
    from replyctl.errors import ReplyctlError
    from replyctl.library.find import Library
    from replyctl.library.snippet import Snippet

WIDE = 60
"""Terminal columns needed to show kind and languages."""


def table(
    streams: Streams, snippets: Iterable[Snippet], language: str, marked: Sequence[tuple[str, SnippetError]] = ()
) -> None:
    """Print name, kind, languages and title (for a reader of `language`), one line a snippet, cut to the terminal.

    Broken ones (`Library.marked`) are listed too, with the mistake instead of the title.
    """
    width = get_terminal_size().columns if streams.stdout_is_terminal else None
    wide = width is None or width >= WIDE
    rows: list[tuple[str, str, str, str]]
    rows = [(one.name, one.kind, " ".join(one.text), localized(one.title, language)) for one in snippets]
    if marked:
        rows = sorted([*rows, *((name, "broken", "", _mistake(name, error)) for name, error in marked)])
    streams.draw(aligned(rows if wide else [(row[0], row[-1]) for row in rows], width))


def _mistake(name: str, error: SnippetError) -> str:
    """The mistake, with its line in the snippet's file, or its place in another file."""
    place = error.place or Place("")
    spot = place._replace(file=Path(place.file).name)
    where = str(spot).removeprefix(f"{name}.yaml").removeprefix(":")
    return f"{where}: {error.message}" if where else error.message


def file_of(library: Library, name: str) -> Path:
    """The file of the snippet or, where there is none, of the partial of that name. SnippetNotFound, SnippetError."""
    try:
        return library.path(name)
    except SnippetNotFound as error:
        try:
            return next(library.partials.paths(name))
        except SnippetError:
            raise error from None


def file(library: Library, name: str) -> str:
    """The raw file of that name, see `file_of`, as it is even if it is broken."""
    text = read_bytes(file_of(library, name)).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return text if text.endswith("\n") else f"{text}\n"


def mistake(library: Library, name: str) -> ReplyctlError | None:
    """The first mistake of the snippet of that name, with the others noted."""
    try:
        library.get(name)
    except SnippetNotFound:  # a partial
        return None
    except SnippetError as error:
        return error
    return None


def origin(library: Library, name: str) -> str:
    """The file in use and those that it overrides, one line each: `from team: …`, `over shipped: …`."""
    if name in library.files:
        winner, *others = library.layers(name)
        marked = [("from", winner), *(("over", one) for one in others)]
        return "\n".join(f"{verb} {one.layer.kind}: {path}" for verb, one in marked for path in one.paths)
    kinds = {layer.partials: layer.kind for layer in library.shelves}
    paths = [*library.partials.paths(name)]
    verbs = ("from", *("over" for _ in paths[1:]))
    return "\n".join(f"{verb} {kinds[path.parent]}: {path}" for verb, path in zip(verbs, paths, strict=True))
