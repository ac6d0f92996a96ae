"""Passages shared by snippets: `partials/<name>.yaml`, one text per language."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from replyctl import cache
from replyctl.clean import printable
from replyctl.errors import SnippetError, did_you_mean
from replyctl.library.content import read_bytes, stamp
from replyctl.library.localized import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.errors import ReplyctlError
    from replyctl.library.content import Stamp
    from replyctl.library.layer import Layer
    from replyctl.template.mistake import MistakeKind
    from replyctl.yamlfile.tree import Tree

_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_NAMED = ("uses", "partials", "compared")
Named: TypeAlias = list[Any]
"""Names used by a text: `template.used_names.Use` as plain tuples."""
State: TypeAlias = "tuple[tuple[str, Stamp | None], ...]"
"""All partials with their stamps."""


class Partial(NamedTuple):
    """A partial: its texts by language, the names that each uses, and what it holds them against."""

    path: Path
    texts: dict[str, str]
    uses: dict[str, Named]
    partials: dict[str, Named]
    compared: dict[str, Named]
    """As `template.comparisons.Compared`."""


class Partials:
    """The partials of several layers. Each is read once."""

    def __init__(self, layers: Sequence[Layer] = ()) -> None:
        self._layers = layers
        """The lowest first."""
        self._known: dict[Path, Partial | SnippetError] = {}

    def get(self, name: str, language: str) -> Partial:
        """The partial of that name, from the highest layer whose file has a text for `language`, else the highest.

        So a team that writes one language over a shipped partial keeps the others. Raises SnippetError if there is
        none, or a file of it is not a mapping of languages to templates.
        """
        found = self.every(name)
        highest = next(found)
        return next((one for one in (highest, *found) if nearest(one.texts, language)), highest)

    def every(self, name: str) -> Iterator[Partial]:
        """The partials of that name in all layers, the highest first. SnippetError as `get`."""
        for path in self.paths(name):
            if path not in self._known:
                try:
                    self._known[path] = _read(path)
                except SnippetError as error:
                    self._known[path] = error
            found = self._known[path]
            if isinstance(found, SnippetError):
                raise found
            yield found

    def state(self) -> State:
        """The state of all partials; a cached check of a snippet that uses partials depends on it."""
        paths = [path for layer in self._layers for path in sorted(layer.partials.glob("*.yaml"))]
        return tuple((str(path), stamp(path)) for path in paths)

    def paths(self, name: str) -> Iterator[Path]:
        """The files of that name, of which there is at least one, the highest first. SnippetError."""
        there = False
        for layer in reversed(self._layers) if re.fullmatch(_NAME, name) else ():
            path = layer.partials / f"{name}.yaml"
            if os.path.lexists(path):
                if error := layer.refused(path):
                    raise error
                there = True
                yield path
        if not there:
            known = {path.stem for layer in self._layers for path in layer.partials.glob("*.yaml")}
            hint = did_you_mean(name, sorted(one for one in known if re.fullmatch(_NAME, one)))
            raise SnippetError(
                f"no partial '{printable(name)}'", hint=hint or f"create partials/{printable(name)}.yaml"
            )


def _read(path: Path) -> Partial:
    content = read_bytes(path)
    return cache.remember("partials", content, lambda: _build(path, content), lambda plain: _partial(path, *plain))


def _partial(path: Path, *plain: Any) -> Partial:  # noqa: ANN401 - what a cache may hold
    """The partial from the data of `_build`. TypeError or ValueError for other data."""
    if not all(isinstance(one, dict) for one in plain):
        raise ValueError
    return Partial(path, *plain)


def mistakes(tree: Tree) -> Iterator[tuple[Literal["schema", "yaml"] | MistakeKind, ReplyctlError]]:
    """All that is wrong in a partial's file, each with what it is about; which names there are, its snippets say."""
    from replyctl.library import tags, templates
    from replyctl.yamlfile.swallowed import check_text

    if not tree.data:
        yield "schema", tree.fail((), "the file is empty", hint="a partial needs a text in a language, as in `en: …`")
    for error in tags.misspelt(tree, [(key,) for key in tree.data]):
        yield "schema", error
    for tag, text in tree.data.items():
        if not isinstance(text, str) or not text.strip():
            yield "schema", tree.fail((tag,), f"'{tag}' must be text")
            continue
        for error in check_text(tree, (tag,)):
            yield "yaml", error
        for one in templates.read(text).mistakes:
            yield one.kind, tree.fail((tag,), one.message, hint=one.hint, offset=one.at)


def _build(path: Path, content: bytes) -> Any:  # noqa: ANN401 - plain data for the cache
    from replyctl.library import templates
    from replyctl.yamlfile import parse, together

    tree = parse(content, str(path), SnippetError)
    if wrong := [error for _, error in mistakes(tree)]:
        raise together(wrong)
    seen = {tag: templates.read(text) for tag, text in tree.data.items()}
    named = ({tag: [*map(tuple, getattr(one, key))] for tag, one in seen.items()} for key in _NAMED)
    return tree.data, *named
