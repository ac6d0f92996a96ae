"""A YAML file to a `Snippet`, cached: an unchanged file loads without YAML and checks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from replyctl import cache
from replyctl.library.content import read_bytes
from replyctl.library.kept_error import Kept, kept, restored
from replyctl.library.partial import Partials
from replyctl.library.snippet import Snippet, from_plain

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path, partials: Partials | None = None) -> Snippet:
    """The snippet in the file at `path`, named by its stem; `partials` are those that its texts may call.

    Raises SnippetError about the first mistake in it, its templates and its partials, with the others in `__notes__`.
    """
    content = read_bytes(path)
    key = os.fsencode(path.stem) + b"\0" + content
    found, snippet = cache.remember("snippets", key, lambda: built(path, content), _fitting)
    if found["calls"]:
        partials = partials or Partials()
        state = repr((str(path), partials.state())).encode()
        broken = cache.remember(
            "sharing", key + state, lambda: sharing(path, found, partials), lambda kept: kept and restored(kept)
        )
        if broken:
            raise broken
    return snippet


def _fitting(found: dict[str, Any]) -> tuple[dict[str, Any], Snippet]:
    """The data of `built`, and its snippet."""
    return {"snippet": found["snippet"], "calls": found["calls"]}, from_plain(found["snippet"])


def built(path: Path, content: bytes) -> dict[str, Any]:
    """Plain data of the snippet in `content`, the bytes of the file at `path`, with the partials that it calls.

    Not cached, and does not check the partials. Raises as `read`.
    """
    from replyctl.library.build import build

    return build(path, content)


def sharing(path: Path, found: dict[str, Any], partials: Partials) -> Kept | tuple[()]:
    """The mistakes in the partials called by the data of `built`, or ()."""
    from replyctl.library.sharing import check

    error = check(path, found["snippet"], found["calls"], partials)
    return kept(error) if error else ()
