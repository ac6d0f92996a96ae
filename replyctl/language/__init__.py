"""Everything that depends on the language, as data: one folder for each language, and the typed loader.

`language.yaml` holds facts about it, `salutation.yaml` how people are addressed in it, `names.yaml` what names consist
of, `lexicon.yaml` the words that the engine and `reading/` know, `rules/<group>.yaml` what the rules of that group look
for. To add a language, add one folder here; the tests tell what is missing in it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replyctl import cache
from replyctl.clean import printable
from replyctl.errors import LanguageError, did_you_mean
from replyctl.language.facts import DateForms, Facts, OtherScript, Typing
from replyctl.language.names import prepared
from replyctl.language.salutation import Salutation
from replyctl.language.tag import is_tag, spelt
from replyctl.language.word_forms import other_spellings, with_additions

if TYPE_CHECKING:
    from replyctl.language.schema import LanguageFiles

FOLDER = Path(__file__).parent
CAPITALS = ("acronyms", "common-words", "elided", "label-nouns", "shorteners", "short-forms", "login-paths")
"""The sets of Latin words and hosts that a language without capitals borrows for its foreign words."""
_LONGEST = 40
"""The most characters of a tag."""
DEFAULT = "en"
"""The language if none is set, and of text in Latin letters if nothing else tells."""
NEUTRAL = "und"
"""The tag of a text in a language without data: rules that need words stay silent on it."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Language(Facts):
    """One language's data, ready for use, except its phrases, which `text/phrases.py` compiles."""

    salutation: Salutation | None = None

    @cached_property
    def sets(self) -> Mapping[str, frozenset[str]]:
        """The lists of single words, casefolded."""
        own: dict[str, frozenset[str]] = self._words["sets"]
        foreign = load(self.latin).sets if self.latin else {}
        return {**{name: foreign[name] for name in CAPITALS if name in foreign}, **own}

    @cached_property
    def groups(self) -> Mapping[str, Mapping[str, str]]:
        """The lists of words that mean the same: each word with the name of its group."""
        groups: dict[str, dict[str, str]] = self._words["groups"]
        return groups

    @cached_property
    def _words(self) -> dict[str, Any]:
        """Apart, since a customer's name is looked at in all languages, and its words in one."""
        if self.code == NEUTRAL:
            return {"sets": {}, "groups": {}}
        return cache.remember("words", stamp(self.code), lambda: _plain_words(raw(self.code)), _ready_words)

    def has(self, name: str, word: str) -> bool:
        """Whether the set `name` holds `word`."""
        return word in self.sets.get(name, ())


def available() -> tuple[str, ...]:
    """The codes of the languages with data, sorted."""
    return _codes(FOLDER, FOLDER.stat().st_mtime_ns)


@lru_cache(1)
def _codes(folder: Path, _changed: int) -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in folder.glob("*/language.yaml")))


def known(tag: str) -> str:
    """`tag` as BCP 47 spells it, wherever it comes from: only this function decides what a language value may be.

    LanguageError for what is not a tag, or belongs to a language without data.
    """
    found = spelt(tag) if len(tag) <= _LONGEST else ""
    code = found.partition("-")[0]
    if not is_tag(found) or code not in (*available(), NEUTRAL):
        hint = did_you_mean(code, available())
        raise LanguageError(f"no language data for '{printable(tag[:_LONGEST])}'", hint=hint)
    return found


def raw(code: str) -> LanguageFiles:
    """The files of `code`, read and validated. LanguageError if they are wrong."""
    return _read(FOLDER / code, stamp(code))


@lru_cache(1)
def _read(folder: Path, _stamp: bytes) -> LanguageFiles:
    """Read once for both caches that are made from the files."""
    from replyctl.language import schema

    return schema.read(folder)


def stamp(code: str) -> bytes:
    """Name, size and time of every file of `code`: the key of caches of anything made from them."""
    folders = (FOLDER / code, FOLDER / code / "rules")
    entries = (entry for folder in folders if folder.is_dir() for entry in os.scandir(folder) if entry.is_file())
    return repr(sorted((entry.path, entry.stat().st_size, entry.stat().st_mtime_ns) for entry in entries)).encode()


@lru_cache(100)
def load(tag: str) -> Language:
    """The language of a BCP 47 tag; `zh-Hant` falls back to `zh`. LanguageError as in `known`."""
    code = known(tag).partition("-")[0]
    if code == NEUTRAL:
        return Language(code=NEUTRAL, name="", direction="ltr", babel="en")
    return cache.remember("language", stamp(code), lambda: _plain(raw(code)), _ready)


def _ready(plain: dict[str, Any]) -> Language:
    """The language from which `_plain` made `plain`."""
    other = plain["facts"]["other_script"]
    facts = {
        **plain["facts"],
        "dates": DateForms(**plain["facts"]["dates"]),
        "typing": Typing(**plain["facts"]["typing"]),
        "other_script": OtherScript(**other) if other else None,
    }
    return Language(**facts, salutation=Salutation.of(plain["salutation"], plain["names"]))


def _plain(files: LanguageFiles) -> dict[str, Any]:
    """The parts of a `Language` in a form that the cache can keep, but for its words."""
    return {
        "facts": asdict(files.facts),
        "salutation": asdict(files.salutation),
        "names": prepared(asdict(files.names)),
    }


def _ready_words(plain: dict[str, Any]) -> dict[str, Any]:
    return {"sets": plain["sets"], "groups": plain["groups"]}


def _plain_words(files: LanguageFiles) -> dict[str, Any]:
    """The words, by list."""
    facts, lists = files.facts, files.lists.items()
    return {
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
    }


def _words(entry: str, facts: Facts) -> list[str]:
    """All words that one entry of a word list stands for."""
    words = with_additions(entry)
    return [*words, *(other for word in words for other in other_spellings(word, facts.spellings))]
