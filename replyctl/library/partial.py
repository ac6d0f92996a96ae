"""Passages that several snippets share: `partials/<name>.yaml`, one text a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from replyctl import cache
from replyctl.clean import printable
from replyctl.errors import SnippetError, did_you_mean
from replyctl.library.read import read_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from replyctl.library.layer import Layer

_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def read(name: str, layers: Sequence[Layer]) -> dict[str, str]:
    """The texts of the partial `name` by language, from the highest of `layers` (lowest first) that has it.

    Raises SnippetError if there is none, or its file is no mapping of languages to texts.
    """
    if re.fullmatch(_NAME, name):
        for layer in reversed(layers):
            path = layer.partials / f"{name}.yaml"
            if path.is_file() and layer.holds(path):
                content = read_bytes(path)
                texts: dict[str, str] = cache.remember("partials", content, lambda: _build(path, content))  # noqa: B023 - called at once
                return texts
    known = sorted({path.stem for layer in layers for path in layer.partials.glob("*.yaml")})
    raise SnippetError(f"no partial '{printable(name)}'", hint=did_you_mean(name, known))


def _build(path: Path, content: bytes) -> dict[str, Any]:
    from replyctl.library import tags  # noqa: PLC0415 - with the next: only when a file is new or changed
    from replyctl.yamlfile import parse  # noqa: PLC0415

    tree = parse(content, str(path), SnippetError)
    for error in tags.misspelt(tree, [(key,) for key in tree.data]):
        raise error
    for tag, text in tree.data.items():
        if not isinstance(text, str) or not text.strip():
            raise tree.fail((tag,), f"the text in '{tag}' must be text")
    return tree.data
