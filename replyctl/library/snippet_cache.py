"""All snippets of a library in one cache entry; only changed files are read again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl import cache
from replyctl.errors import ReplyctlError, SnippetError
from replyctl.library import read
from replyctl.library.content import Stamp, read_bytes, stamp
from replyctl.library.kept_error import Kept, kept, restored
from replyctl.library.snippet import Snippet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replyctl.library.partial import Partials, State

_KEYS = {one.name for one in fields(Snippet)}


class _Entry(NamedTuple):
    """The cached data of one file."""

    stamp: Stamp | None
    built: Any
    """The data of `read.built`; None if the file is broken."""
    broken: Kept | tuple[()] = ()
    """The mistakes in the file or its partials."""
    state: State | None = None
    """The state of the partials when checked; None if they were not."""


def load(paths: Iterable[Path], partials: Partials) -> list[tuple[Stamp | None, dict[str, Any] | SnippetError]]:
    """The stamp of each of `paths`, in order, with the plain data of the snippet in it, or its error."""
    files = [str(path) for path in paths]
    key = "\0".join(sorted({str(Path(file).parent) for file in files})).encode("utf-8", "surrogateescape")
    recalled = cache.recall("library", key)
    known = recalled if isinstance(recalled, dict) else {}
    now, state = {}, partials.state()
    for file in files:
        entry = _current(Path(file), known.get(file))
        if entry.built and entry.built["calls"] and entry.state != state:
            entry = entry._replace(broken=read.sharing(Path(file), entry.built, partials), state=state)
        now[file] = tuple(entry)
    if now != known:
        cache.keep("library", key, now)
    return [(at, restored(broken) if broken else built["snippet"]) for at, built, broken, _ in now.values()]


def _current(path: Path, known: Any) -> _Entry:  # noqa: ANN401 - what a cache may hold
    """The entry of a file, from the cache or read again."""
    now = stamp(path)
    with suppress(*cache.UNFIT):
        entry = _Entry(*known)
        if now and entry.stamp == now and _fits(entry):
            return entry
    try:
        return _Entry(now, read.built(path, read_bytes(path)))
    except ReplyctlError as error:
        return _Entry(now, None, kept(error))


def _fits(entry: _Entry) -> bool:
    """Whether it has the shape of an entry; if not, returns False or raises one of `cache.UNFIT`."""
    whole = entry.built is None or (entry.built["snippet"].keys() == _KEYS and isinstance(entry.built["calls"], list))
    return whole and bool(entry.built or entry.broken) and (not entry.broken or bool(restored(entry.broken)))
