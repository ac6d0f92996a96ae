"""One library folder: which files in it are snippets, and which only look like it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import replyctl
from replyctl.errors import Place, SnippetError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 20_000
"""Files and folders of one library; more is somebody's home folder."""
_NO_SNIPPETS = frozenset({"partials", "rules", "replyctl.yaml"})
"""What lies at the top of a library beside its snippets."""


class Layer(NamedTuple):
    """A library: its snippets and partials, and who answers for it."""

    kind: Literal["shipped", "team", "personal"]
    root: Path
    """The folder of the snippets."""
    partials: Path

    @classmethod
    def team(cls, folder: Path) -> Layer:
        """The library in `folder`: its `snippets/` and `partials/`, or a plain folder of snippets. SnippetError."""
        if not folder.is_dir():
            raise SnippetError(f"no library at {folder}: not a folder")
        inner = folder / "snippets"
        return cls("team", inner if inner.is_dir() else folder, folder / "partials")

    @classmethod
    def shipped(cls) -> Layer:
        """What comes with the program: inside it when it is installed, beside it in a checkout."""
        package = Path(replyctl.__file__).parent
        installed = package / "_snippets"
        root = installed if installed.is_dir() else package.parent / "snippets"
        return cls("shipped", root, root / "partials")

    @classmethod
    def personal(cls, folder: Path) -> Layer:
        """The agent's own snippets in `folder`, with the partials in it."""
        return cls("personal", folder, folder / "partials")

    def scan(self) -> tuple[dict[str, tuple[Path, ...]], tuple[SnippetError, ...]]:
        """The snippets' files by stem (several of one stem clash), and what is passed over, with the reason.

        Links to folders are not followed. SnippetError if the folder is too large to be a library.
        """
        found: dict[str, tuple[Path, ...]] = {}
        passed: list[SnippetError] = []
        for entry in self._entries(passed):
            path = Path(entry.path)
            if reason := self._refused(entry, path):
                passed.append(SnippetError(reason[0], hint=reason[1], place=Place(entry.path)))
            elif entry.is_file():
                found[path.stem] = (*found.get(path.stem, ()), path)
        return found, tuple(passed)

    def holds(self, path: Path) -> bool:
        """Whether `path` may be read as part of this library: a shared one must not reach out through a link.

        An agent's own folder may hold links, as managers of dot files make them.
        """
        return self.kind == "personal" or path.resolve().is_relative_to(self.root.parent.resolve())

    def _refused(self, entry: os.DirEntry[str], path: Path) -> tuple[str, str] | None:
        """Why a file that looks like a snippet is none, and what to do."""
        if path.suffix != ".yaml":
            return "a snippet's file ends in .yaml", f"rename it to {path.stem}.yaml"
        if entry.is_symlink() and not self.holds(path):
            return "a link that leads out of its library", "copy the file into the library"
        if not entry.is_file():
            return "not a file, or a link that leads nowhere", ""
        return None

    def _entries(self, passed: list[SnippetError]) -> Iterator[os.DirEntry[str]]:
        folders, count = [str(self.root)], 0
        while folders:
            folder = folders.pop()
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                passed.append(SnippetError(f"cannot be read: {error.strerror}", place=Place(folder)))
                continue
            count += len(entries)
            if count > MOST:
                raise SnippetError(f"no library at {self.root}: it holds more than {MOST:,} files")
            for entry in entries:
                if entry.name.startswith(".") or (folder == str(self.root) and entry.name in _NO_SNIPPETS):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif entry.name.lower().endswith((".yaml", ".yml")) and not entry.is_dir():
                    yield entry
