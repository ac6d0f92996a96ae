"""The draft files that a command line names: files as they are, and of a folder all drafts in it and below."""

from __future__ import annotations

import os

from replyctl.clean import printable

EXTENSIONS = (".txt", ".eml", ".jsonl")
"""Of the drafts in a folder."""
KINDS = ", ".join(f"*{extension}" for extension in EXTENSIONS)

_EXPORT = 'of an export write each draft as a line {"body": …} of a .jsonl file'
_OTHERS = {
    **dict.fromkeys((".json", ".csv", ".tsv", ".xml"), _EXPORT),
    **dict.fromkeys((".html", ".htm"), "save its text as a .txt file, or the message as .eml"),
    **dict.fromkeys((".yaml", ".yml"), "`replyctl snippets check` checks snippets"),
}
"""Endings of files that are no drafts, with what to do instead."""


def draft_files(given: tuple[str, ...]) -> tuple[str, ...]:
    """All files in order. A folder without drafts, or one that cannot be read, stays, to be told of in its turn.

    Hidden files and folders are left out, and links to folders.
    """
    return tuple(file for name in given for file in (_below(name) if _is_folder(name) else [name]))


def notice(name: str) -> str:
    """What to say of a file that is no draft by its name, and is taken as one anyway; "" for others."""
    kind = os.path.splitext(name)[1].lower()  # noqa: PTH122 - as above
    if kind not in _OTHERS:
        return ""
    return f"notice: {printable(name)} is checked as one draft, as it stands: {_OTHERS[kind]}"


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
