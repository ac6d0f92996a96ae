"""A YAML file to a `Snippet`, by way of the cache: what was read before loads without YAML and without checks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from replyctl import cache
from replyctl.bounds import FILE
from replyctl.errors import Place, SnippetError
from replyctl.library.snippet import Snippet, from_plain

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path) -> Snippet:
    """The snippet in the file at `path`, named by its stem.

    Raises SnippetError about the first thing that is wrong in the file; what else is wrong stands in its `__notes__`.
    """
    content = read_bytes(path)
    key = os.fsencode(path.stem) + b"\0" + content
    return from_plain(cache.remember("snippets", key, lambda: plain(path, content)))


def plain(path: Path, content: bytes) -> dict[str, Any]:
    """The plain data of the snippet in `content`, the bytes of the file at `path`, not cached. Raises as `read`."""
    from replyctl.library.build import build  # noqa: PLC0415 - only when a file is new or changed

    return build(path, content)


def read_bytes(path: Path) -> bytes:
    """The file's bytes, at most 1 MB and a byte. SnippetError if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(FILE + 1)  # the parser refuses it, whatever the rest would be
    except OSError as error:
        raise SnippetError(f"cannot be read: {error.strerror}", place=Place(str(path))) from error
