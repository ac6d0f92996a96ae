"""Finds the files to check: those of whole libraries, or those that somebody names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from replyctl.clean import printable
from replyctl.config.project import NAME
from replyctl.desk import overridden
from replyctl.errors import DataError, Place, SnippetError
from replyctl.library.layer import Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ABOVE = 6
"""How many folders above a file its library's folder may be."""


class Target(NamedTuple):
    """A file to check."""

    path: Path
    layers: tuple[Layer, ...]
    """Where its partials are looked up, lowest first."""
    is_partial: bool = False
    is_settings: bool = False
    """Whether it is the library's replyctl.yaml."""
    refused: SnippetError | None = None
    """An error that applies whatever it contains."""
    over: Path | None = None
    """The snippet of that name in a lower layer, in whose place it stands."""


def of_layers(layers: tuple[Layer, ...]) -> list[Target]:
    """All snippets and partials of these libraries, lowest first. SnippetError if one is too large to be a library.

    What is shared is checked without the agent's own layer, so that each colleague gets the same verdict.
    """
    shared = tuple(layer for layer in layers if layer.kind != "personal")
    return _once(target for layer in layers for target in _over(layer, layers if layer.kind == "personal" else shared))


def of_paths(paths: Sequence[Path], below: tuple[Layer, ...]) -> list[Target]:
    """The snippets and partials at `paths`; `below` are the layers under theirs. DataError for missing paths."""
    gone = [str(path) for path in paths if not path.exists()]
    if gone:
        hint = "a file, or a folder with snippets in it"
        raise DataError(f"no such file or folder: {', '.join(map(printable, gone))}", hint=hint)
    return _once(target for path in paths for target in _with_users(path, below))


def _with_users(path: Path, below: tuple[Layer, ...]) -> Iterator[Target]:
    """What stands at `path`, and the snippets below that print what its partials stand over."""
    own = _library(path, below)
    layers = (*(layer for layer in below if _real(layer.home) != _real(own.home)), own)
    found = [*_of_path(path, own, layers)]
    lower = overridden.below(own, layers)
    yield from (
        one if one.is_partial or one.is_settings else one._replace(over=lower.get(one.path.stem)) for one in found
    )
    if any(one.is_partial for one in found):
        yield from (Target(one, layers) for one in overridden.users(own, layers))


def _over(layer: Layer, layers: tuple[Layer, ...]) -> Iterator[Target]:
    lower = overridden.below(layer, layers[: layers.index(layer)])
    return (
        one if one.is_partial or one.is_settings else one._replace(over=lower.get(one.path.stem))
        for one in _of_layer(layer, layers)
    )


def _of_path(path: Path, own: Layer, layers: tuple[Layer, ...]) -> Iterator[Target]:
    within = _real(own.partials) in {_real(path), *map(_real, path.parents)}
    if path.name == NAME and not path.is_dir():
        yield Target(path, layers, is_settings=True, refused=own.refused(path))
    elif path.is_dir() and not within:
        yield from _of_layer(own if path == own.home else own._replace(root=path), layers)
    elif path.is_dir():
        yield from (
            Target(one, layers, is_partial=True, refused=own.refused(one)) for one in sorted(path.rglob("*.yaml"))
        )
    else:
        yield Target(
            path,
            layers,
            is_partial=within,
            refused=own.refused(path) or (None if path.suffix == ".yaml" else _misnamed(path)),
        )


def _of_layer(layer: Layer, layers: tuple[Layer, ...]) -> Iterator[Target]:
    found, passed = layer.scan()
    for paths in found.values():
        for path in paths:
            other = next((one for one in paths if one != path), None)
            yield Target(path, layers, refused=_clash(path, other) if other else None)
    yield from (Target(Path(error.place.file), layers, refused=error) for error in passed if error.place)
    if layer.root in {layer.home, layer.home / "snippets"}:
        settings = layer.home / NAME
        if layer.kind == "team" and settings.is_file():
            yield Target(settings, layers, is_settings=True, refused=layer.refused(settings))
        for path in sorted(layer.partials.glob("*.y*ml")):
            wrong = layer.refused(path) or (None if path.suffix == ".yaml" else _misnamed(path))
            yield Target(path, layers, is_partial=True, refused=wrong)


def _library(path: Path, used: tuple[Layer, ...]) -> Layer:
    """The library that holds `path`: the agent's own, whose links may lead anywhere, or the folder around it."""
    spot = os.path.abspath(path)  # noqa: PTH100 - links kept
    for layer in used:
        if layer.kind == "personal" and Path(spot).is_relative_to(layer.home.absolute()):
            return layer
    return Layer.team(_home(path))


def _home(path: Path) -> Path:
    """The folder of the library that holds `path`: the nearest with `snippets/` or `partials/` in it."""
    start = path if path.is_dir() else path.parent
    for folder in (start, *Path(os.path.abspath(start)).parents[:_ABOVE]):  # noqa: PTH100 - links kept
        if (folder / "snippets").is_dir() or (folder / "partials").is_dir():
            return folder
        if (folder / ".git").exists():
            break
    return start


def _clash(path: Path, other: Path) -> SnippetError:
    message = f"two snippets are named '{printable(path.stem)}': the other is {other}"
    return SnippetError(message, hint="rename one of them: a name is unique in a library", place=Place(str(path)))


def _misnamed(path: Path) -> SnippetError:
    return SnippetError("a snippet's file name must end in .yaml", hint=f"rename it to {path.stem}.yaml")


def _real(path: Path) -> str:
    return os.path.realpath(path)


def _once(targets: Iterable[Target]) -> list[Target]:
    """Each file once, by path; of refused ones, each link."""
    found: dict[str, Target] = {}
    for target in targets:
        spot = os.path.abspath(target.path) if target.refused else _real(target.path)  # noqa: PTH100 - links kept
        found.setdefault(spot, target)
    return sorted(found.values(), key=lambda one: str(one.path))
