"""The draft files that a command line names: files as they are, and of a folder all drafts in it and below."""

from __future__ import annotations

import os

EXTENSIONS = (".txt", ".eml", ".jsonl")
"""Of the drafts in a folder."""
KINDS = ", ".join(f"*{extension}" for extension in EXTENSIONS)


def draft_files(given: tuple[str, ...]) -> tuple[str, ...]:
    """All files in order. A folder without drafts, or one that cannot be read, stays, to be told of in its turn.

    Hidden files and folders are left out, and links to folders.
    """
    return tuple(file for name in given for file in (_below(name) if _is_folder(name) else [name]))


def _is_folder(name: str) -> bool:
    return name != "-" and os.path.isdir(name)  # noqa: PTH112 - `Path` drops a `./` that the agent typed


def _below(folder: str) -> list[str]:
    found: list[str] = []

    def unread(error: OSError) -> None:
        found.append(str(error.filename))

    for path, folders, files in os.walk(folder, onerror=unread):
        folders[:] = [name for name in folders if not name.startswith(".")]
        drafts = (name for name in files if name.lower().endswith(EXTENSIONS) and not name.startswith("."))
        found += [os.path.join(path, name) for name in drafts]  # noqa: PTH118 - as above
    return sorted(found) or [folder]
