"""Whether a snippet's templates fit what it declares: looked at once, then known by the file's content."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

from replyctl import cache
from replyctl.errors import SnippetError
from replyctl.library.kept_error import kept, restored
from replyctl.library.read import plain, read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from replyctl.library.find import Library


def check(name: str, library: Library) -> None:
    """Raise SnippetError about the first thing that is wrong in the templates of the snippet `name`; the rest is noted.

    What was looked at once is remembered by the file's content, and that of the partials that it names.
    """
    path = library.path(name)
    content = read_bytes(path)
    key = os.fsencode(path) + b"\0" + content
    texts: dict[str, str] = {}
    while True:
        look = partial(_looked_at, path, content, dict(texts))
        partials, error = cache.remember("checked", key + repr(texts).encode(), look, _found)
        new = [one for one in partials if one not in texts]
        if not new:
            break
        texts |= {one: "\n".join(library.partial(one).values()) for one in new}
    if error:
        raise error


def _found(looked_at: dict[str, Any]) -> tuple[tuple[str, ...], SnippetError | None]:
    """The partials' names and what is wrong, out of what `_looked_at` gave."""
    error = looked_at["error"]
    return tuple(looked_at["partials"]), restored(error) if error else None


def _looked_at(path: Path, content: bytes, partials: dict[str, str]) -> dict[str, Any]:
    """What is wrong, with the names of all partials; of those not among `partials` nothing is known yet."""
    from replyctl.compose.declared import Declared  # noqa: PLC0415 - with the next: only when a snippet is new or changed
    from replyctl.yamlfile import parse  # noqa: PLC0415
    from replyctl.yamlfile.validate import together  # noqa: PLC0415

    plain(path, content)  # a file that is no snippet is told as such
    look = Declared(parse(content, str(path), SnippetError))
    errors: list[Any] = [*look.templates(partials), *look.unused()]
    return {"partials": look.partials, "error": kept(together(errors)) if errors else None}
