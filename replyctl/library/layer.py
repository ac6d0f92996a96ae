"""One library folder: which of its files are snippets, and which only look like snippets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import replyctl
from replyctl.errors import Place, SnippetError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 20_000
"""Most files and folders in a library; more is probably a home folder."""
_NO_SNIPPETS = frozenset({"partials", "rules", "replyctl.yaml"})
"""Other files at the top of a library."""


class Layer(NamedTuple):
    """A library: its kind, snippets and partials."""

    kind: Literal["shipped", "team", "personal"]
    home: Path
    """The folder of the library as the user named it; it may be a link."""
    root: Path
    """The folder of the snippets: `root` or a folder in it."""

    @classmethod
    def team(cls, folder: Path) -> Layer:
        """The library in `folder`: its `snippets/` and `partials/`, or a plain folder of snippets. SnippetError."""
        if not folder.is_dir():
            raise SnippetError(f"no library at {folder}: it is not a folder")
        inner = folder / "snippets"
        return cls("team", folder, inner if inner.is_dir() or inner.is_symlink() else folder)

    @classmethod
    def shipped(cls) -> Layer:
        """The shipped library: inside the installed package, or beside it in a checkout."""
        package = Path(replyctl.__file__).parent
        installed = package / "_snippets"
        root = installed if installed.is_dir() else package.parent / "snippets"
        return cls("shipped", root, root)

    @classmethod
    def personal(cls, folder: Path) -> Layer:
        """The agent's own snippets in `folder`, with the partials in it."""
        return cls("personal", folder, folder)

    @property
    def partials(self) -> Path:
        """The folder of the partials."""
        return self.home / "partials"

    def scan(self) -> tuple[dict[str, tuple[Path, ...]], tuple[SnippetError, ...]]:
        """The snippet files by stem (several with one stem clash), and errors about skipped files.

        Links to folders are not followed. SnippetError if the folder is too large to be a library.
        """
        found: dict[str, tuple[Path, ...]] = {}
        passed: list[SnippetError] = []
        for entry in self._entries(passed):
            path = Path(entry.path)
            if error := self._passed(entry, path):
                passed.append(error)
            elif entry.is_file():
                found[path.stem] = (*found.get(path.stem, ()), path)
        return found, tuple(passed)

    def refused(self, path: Path) -> SnippetError | None:
        """Why `path` must not be read as part of this library, if so.

        A shared library must not link to outside files; an agent's own folder may, since dotfile managers use links.
        """
        if self.kind != "personal" and not _real(path).is_relative_to(_real(self.home)):
            hint = "copy its target into the library"
            return SnippetError("this link leads out of its library", hint=hint, place=Place(str(path)))
        if path.is_symlink() and not path.exists():
            return SnippetError("this link leads nowhere", place=Place(str(path)))
        return None

    def _passed(self, entry: os.DirEntry[str], path: Path) -> SnippetError | None:
        """Why a file that looks like a snippet, or a link to a folder, is skipped."""
        if entry.is_symlink() and (error := self.refused(path)):
            return error
        if entry.is_file() and path.suffix != ".yaml":
            hint = f"rename it to {path.stem}.yaml"
            return SnippetError("the name of a snippet file must end in .yaml", hint=hint, place=Place(str(path)))
        if not entry.is_file() and not entry.is_dir():
            return SnippetError("not a file", place=Place(str(path)))
        return None

    def _entries(self, passed: list[SnippetError]) -> Iterator[os.DirEntry[str]]:
        if error := self.refused(self.root):
            passed.append(error)
            return
        folders, count = [str(self.root)], 0
        while folders:
            folder = folders.pop()
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as problem:
                passed.append(SnippetError(f"cannot be read: {problem.strerror}", place=Place(folder)))
                continue
            count += len(entries)
            if count > MOST:
                raise SnippetError(f"no library at {self.root}: it holds more than {MOST:,} files")
            for entry in entries:
                if entry.name.startswith(".") or (folder == str(self.root) and entry.name in _NO_SNIPPETS):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.lower().endswith((".yaml", ".yml")) or Path(entry.path).is_dir():
                    yield entry


def _real(path: Path) -> Path:
    """The path with all links resolved; a link to itself stays as it is."""
    return Path(os.path.realpath(path))
