"""All snippets of a library at once: one cache entry, in which only files that changed are read again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replyctl import cache
from replyctl.errors import ReplyctlError, SnippetError
from replyctl.library import read
from replyctl.library.kept_error import kept, restored
from replyctl.library.snippet import Snippet

if TYPE_CHECKING:
    from collections.abc import Iterable

_Stamp = tuple[int, int, int]
_KEYS = {one.name for one in fields(Snippet)}


def load(paths: Iterable[Path]) -> list[dict[str, Any] | SnippetError]:
    """The plain data of the snippet in each of `paths`, in order, or what is wrong with the file."""
    files = [str(path) for path in paths]
    key = "\0".join(sorted({str(Path(file).parent) for file in files})).encode("utf-8", "surrogateescape")
    recalled = cache.recall("shelf", key)
    known = recalled if isinstance(recalled, dict) else {}
    now = {file: _current(file, known.get(file)) for file in files}
    if now != known:
        cache.keep("shelf", key, now)
    return [restored(broken) if broken else plain for _, plain, broken in now.values()]


def _current(file: str, known: Any) -> tuple[_Stamp | None, Any, Any]:  # noqa: ANN401 - what a cache may hold
    """What is in the file, from what is `known` of it if that is of now."""
    stamp = _stamp(file)
    with suppress(*cache.UNFIT):
        of, plain, broken = known
        if stamp and of == stamp and (restored(broken) if broken else plain.keys() == _KEYS):
            return of, plain, broken
    path = Path(file)
    try:
        return stamp, read.plain(path, read.read_bytes(path)), None
    except ReplyctlError as error:
        return stamp, None, kept(error)


def _stamp(file: str) -> _Stamp | None:
    """What changes with the file; the time of the last change of its node cannot be set back by a copy."""
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size
