"""Where snippets come from, and which file wins: shipped < team < personal, by file stem."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.clean import printable
from replyctl.errors import Place, ReplyctlError, SnippetError, SnippetNotFound, did_you_mean
from replyctl.library import read
from replyctl.library.layer import Layer
from replyctl.library.localized import localized
from replyctl.library.partial import Partials
from replyctl.library.snippet import Snippet, from_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from replyctl.library.content import Stamp


class LayerFiles(NamedTuple):
    """The files with one stem in one layer; more than one is an error."""

    layer: Layer
    paths: tuple[Path, ...]


@dataclass(frozen=True, eq=False, repr=False)  # no slots: it caches what it reads
class Library:
    """The snippets of all layers."""

    shelves: tuple[Layer, ...]
    """Lowest first."""
    files: Mapping[str, tuple[LayerFiles, ...]]
    """By name, the winner first."""
    passed: tuple[SnippetError, ...]
    """Files that cannot be snippets, by name or kind."""

    @classmethod
    def open(cls, dirs: Sequence[Path], *, shipped: bool = True, personal: Path | None = None) -> Library:
        """The shipped snippets, those of `dirs` (the strongest first), and the agent's own in `personal`, if it exists.

        Reads no file. SnippetError if one of `dirs` is not a folder.
        """
        layers = (
            *((Layer.shipped(),) if shipped else ()),
            *(Layer.team(folder) for folder in reversed(dirs)),
            *((Layer.personal(personal),) if personal and personal.is_dir() else ()),
        )
        files: dict[str, tuple[LayerFiles, ...]] = {}
        passed: list[SnippetError] = []
        for layer in layers:
            found, refused = layer.scan()
            passed += refused
            for name, paths in found.items():
                files[name] = (LayerFiles(layer, paths), *files.get(name, ()))
        return cls(layers, files, tuple(passed))

    def names(self) -> tuple[str, ...]:
        """The names of all snippets, sorted, including broken ones."""
        return tuple(sorted(self.files))

    def path(self, name: str) -> Path:
        """The file that wins. SnippetNotFound; SnippetError if its layer has two."""
        return _only(name, self.layers(name)[0])

    def layers(self, name: str) -> tuple[LayerFiles, ...]:
        """All files with that name, the winner first. SnippetNotFound, SnippetError as `get`."""
        if name in self.files:
            return self.files[name]
        for error in self.passed:
            if error.place and error.place.file.rpartition("/")[2].partition(".")[0] == name:
                raise error
        hint = did_you_mean(name, self.names()) or "`replyctl snippets list` shows all names"
        raise SnippetNotFound(f"no snippet '{printable(name)}'", hint=hint)

    def get(self, name: str) -> Snippet:
        """The snippet of that name. SnippetNotFound if no library has it, SnippetError if its file is broken."""
        return read.read(self.path(name), self.partials)

    def all(self) -> Iterator[Snippet]:
        """All snippets by name, without broken ones (see `broken`)."""
        return (from_plain(plain) for _, plain in self._read[0].values())

    def read(self, name: str) -> Snippet:
        """The snippet of that name among `all`. LookupError if it is not one of them."""
        return from_plain(self._read[0][name][1])

    @property
    def stamped(self) -> Mapping[str, tuple[Stamp | None, dict[str, Any]]]:
        """The plain data of all snippets by name, each with the stamp of its file."""
        return self._read[0]

    def titles(self, language: str) -> list[tuple[str, str]]:
        """Name and title of all snippets, for a reader of `language`; fast enough for completion."""
        return [(name, localized(plain["title"], language)) for name, (_, plain) in self._read[0].items()]

    @property
    def marked(self) -> tuple[tuple[str, SnippetError], ...]:
        """The names of the files that `all` skips, each with its mistake."""
        passed = ((Path(error.place.file).stem if error.place else "", error) for error in self.passed)
        return (*passed, *self._read[1])

    @property
    def broken(self) -> tuple[SnippetError, ...]:
        """The mistakes in the files that `all` skips."""
        return tuple(error for _, error in self.marked)

    @cached_property
    def partials(self) -> Partials:
        """The passages that the snippets share."""
        return Partials(self.shelves)

    @cached_property
    def _read(self) -> tuple[dict[str, tuple[Stamp | None, dict[str, Any]]], list[tuple[str, SnippetError]]]:
        from replyctl.library import snippet_cache

        winners: dict[str, Path] = {}
        broken: list[tuple[str, SnippetError]] = []
        for name in self.names():
            try:
                winners[name] = self.path(name)
            except SnippetError as clash:
                broken.append((name, clash))
        loaded = list(zip(winners, snippet_cache.load(winners.values(), self.partials), strict=True))
        broken += [(name, one) for name, (_, one) in loaded if isinstance(one, ReplyctlError)]
        return {name: (at, one) for name, (at, one) in loaded if not isinstance(one, ReplyctlError)}, broken


def _only(name: str, found: LayerFiles) -> Path:
    path, *others = found.paths
    if others:
        message = f"two snippets are named '{printable(name)}': the other is {others[0]}"
        raise SnippetError(
            message, hint="rename one of them: a name must be unique in a library", place=Place(str(path))
        )
    return path
