"""What a library's files stand over: the snippets of lower layers that use its partials, or have its snippets' names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.errors import SnippetError
from replyctl.library.content import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from replyctl.library.layer import Layer

_CALLS = re.compile(rb"partial\(\s*+\\?['\"]{1,2}([a-z0-9-]{1,100})")


def users(own: Layer, layers: Sequence[Layer]) -> Iterator[Path]:
    """The snippets below `own` that print one of its partials, straight or through another partial."""
    below = [layer for layer in layers if layer != own]
    changed = _stems(own.partials.glob("*.yaml")) & {
        stem for layer in below for stem in _stems(layer.partials.glob("*.yaml"))
    }
    if not changed:
        return
    calls = {path: _called(path) for layer in below for path in layer.partials.glob("*.yaml")}
    while more := {path.stem for path, called in calls.items() if called & changed} - changed:
        changed |= more
    hidden = set(own.scan()[0])
    for layer in reversed(below):
        found = layer.scan()[0]
        for path in (path for name in found.keys() - hidden for path in found[name]):
            if _called(path) & changed:
                yield path
        hidden |= found.keys()


def below(own: Layer, layers: Sequence[Layer]) -> dict[str, Path]:
    """The snippets of lower layers by name: what a snippet of that name in `own` stands over."""
    found: dict[str, Path] = {}
    for layer in layers:
        if layer != own:
            found |= {name: paths[0] for name, paths in layer.scan()[0].items()}
    return found


def _stems(paths: Iterable[Path]) -> set[str]:
    return {path.stem for path in paths}


def _called(path: Path) -> set[str]:
    try:
        return {name.decode() for name in _CALLS.findall(read_bytes(path))}
    except SnippetError:  # told where it is checked
        return set()
