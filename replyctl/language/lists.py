"""The words and phrases of a language by name: the typed form of `lexicon.yaml` and `rules/*.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from replyctl import yamlfile
from replyctl.errors import LanguageError

KINDS = ("words", "groups", "find")


@dataclass(frozen=True, kw_only=True)
class WordList:
    """A list of one of the three KINDS. Words and phrases use the notation of `text/notation.py`."""

    words: list[str] = field(default_factory=list)
    """Single words, looked up one by one."""
    groups: dict[str, list[str]] = field(default_factory=dict)
    """Words that mean the same, by the name of their group."""
    find: list[str] | dict[str, str] = field(default_factory=list)
    """Phrases that are looked for in a text; a mapping gives each a value, such as the better word."""
    unless: list[str] = field(default_factory=list)
    """Exceptions: a phrase of `find` that shares a word with one of these does not count."""


def read(folder: Path) -> dict[str, WordList]:
    """All lists of the language in `folder`. LanguageError for a file of another form, or a repeated name."""
    lists: dict[str, WordList] = {}
    for path in (folder / "lexicon.yaml", *sorted((folder / "rules").glob("*.yaml"))):
        tree = yamlfile.read(path, LanguageError)
        for name, one in yamlfile.validate(dict[str, WordList], tree).items():
            if sum(bool(getattr(one, kind)) for kind in KINDS) != 1 or (one.unless and not one.find):
                raise tree.fail((name,), f"'{name}' must hold one of: {', '.join(KINDS)}", key=True)
            if name in lists:
                raise tree.fail((name,), f"'{name}' is in another file too", key=True)
            lists[name] = one
    return lists
