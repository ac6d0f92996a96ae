"""All that depends on the language, as data: a folder a language, and the typed loader.

`language.yaml` holds what is true of it, `salutation.yaml` how people are addressed in it, `lexicon.yaml` the words that
the engine and a reader know, `rules/<group>.yaml` what the rules of that group look for. Adding a language is adding one
folder here; the tests tell what is missing in it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replyctl import cache
from replyctl.errors import LanguageError, did_you_mean
from replyctl.language.facts import Facts
from replyctl.language.salutation import Salutation
from replyctl.language.spelling import other_spellings, with_additions

if TYPE_CHECKING:
    from replyctl.language.files import LanguageFiles

FOLDER = Path(__file__).parent
CAPITALS = ("acronyms", "common-words", "label-nouns", "shorteners", "short-forms", "login-paths")
"""The sets of Latin words and hosts, which a language without capitals borrows for its foreign words."""
NEUTRAL = "und"
"""The tag of a text in a language that there is no data for: rules that need words stay silent on it."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Language(Facts):
    """One language's data, ready for use; without its phrases, which `text/phrases.py` compiles."""

    variants: Mapping[int, str] = field(default_factory=dict)
    """What each variant of a character is read as."""
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The lists of single words, casefolded."""
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The lists of words that mean the same: the name of its group by word."""
    salutation: Salutation | None = None

    def has(self, name: str, word: str) -> bool:
        """Whether the set `name` holds `word`."""
        return word in self.sets.get(name, ())


def available() -> tuple[str, ...]:
    """The codes of the languages that there is data for, sorted."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/language.yaml")))


def raw(code: str) -> LanguageFiles:
    """The files of `code`, read and validated. LanguageError or the YAML's own error otherwise."""
    from replyctl.language import files  # noqa: PLC0415 - only when a language file is new

    return files.read(FOLDER / code)


def stamp(code: str) -> bytes:
    """Name, size and time of every file of `code`: what a cache of anything made from them is keyed by."""
    folders = (FOLDER / code, FOLDER / code / "rules")
    entries = (entry for folder in folders if folder.is_dir() for entry in os.scandir(folder) if entry.is_file())
    return repr(sorted((entry.path, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in entries)).encode()


@once
def load(tag: str) -> Language:
    """The language of a BCP 47 tag; `zh-Hant` falls back to `zh`. LanguageError for one without data."""
    code = tag.replace("_", "-").partition("-")[0].lower()
    if code == NEUTRAL:
        return Language(code=NEUTRAL, name="", direction="ltr", babel="en", boundary="words")
    known = available()
    if code not in known:
        raise LanguageError(f"no language data for '{tag}'", hint=did_you_mean(code, known))
    data = cache.remember("language", stamp(code), lambda: _plain(raw(code)))
    foreign = load(data["facts"]["latin"]).sets if data["facts"]["latin"] else {}
    return Language(
        **data["facts"],
        variants=data["variants"],
        sets={**{name: foreign[name] for name in CAPITALS if name in foreign}, **data["sets"]},
        groups=data["groups"],
        salutation=Salutation.of(data["salutation"]),
    )


def _plain(files: LanguageFiles) -> dict[str, Any]:
    """What a `Language` is made of, in a form that the cache keeps."""
    facts, lists = files.facts, files.lists.items()
    pairs = "".join(facts.traditional.split())
    return {
        "facts": asdict(facts),
        "variants": {ord(old): new for old, new in zip(pairs[::2], pairs[1::2], strict=True)},
        "sets": {
            name: frozenset(word.casefold() for entry in one.words for word in _words(entry, facts))
            for name, one in lists
            if one.words
        },
        "groups": {
            name: {
                word: f"={group}"
                for group, words in one.groups.items()
                for entry in words
                for word in _words(entry, facts)
            }
            for name, one in lists
            if one.groups
        },
        "salutation": asdict(files.salutation),
    }


def _words(entry: str, facts: Facts) -> list[str]:
    """All words that an entry of a list of single words is."""
    words = with_additions(entry)
    return [*words, *(other for word in words for other in other_spellings(word, facts.spellings))]
