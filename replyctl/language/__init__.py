"""All that depends on the language, as data: one YAML file a language, and the typed loader.

Adding a language is adding one file here; the tests tell what is missing in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from replyctl import cache
from replyctl.clean import printable
from replyctl.errors import LanguageError, did_you_mean
from replyctl.language.salutation import Salutation
from replyctl.language.tag import is_tag, spelt

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent
CAPITALS = ("acronyms", "common-words", "elided", "label-nouns", "shorteners", "short-forms", "login-paths")
"""The sets of Latin words and hosts, which a language without capitals borrows for its foreign words."""
_COPIED = ("code", "name", "direction", "babel", "boundary", "letters", "latin", "limits", "sentences")
_LONGEST = 40
"""Characters of a tag."""
NEUTRAL = "und"
"""The tag of a text in a language that there is no data for: rules that need words stay silent on it."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LanguageFile:
    """The keys of `language/<code>.yaml`."""

    code: str
    """BCP 47 primary tag; the file's stem."""
    name: str
    """In the language itself."""
    direction: Literal["ltr", "rtl"]
    """How its lines run."""
    babel: str
    """The locale for dates and money."""
    boundary: Literal["words", "none", "prefixed"]
    """Where a word begins: at a break, anywhere (no breaks are written), or behind glued-on prefix letters."""
    prefixes: list[str] = field(default_factory=list)
    """What may be glued to the front of a word."""
    traditional: str = ""
    """Pairs of characters (the variant, then the form used here) by which variants of a script are read as one."""
    letters: str = ""
    """A character class of the script's letters, by which a text is known to be in the language."""
    latin: str = ""
    """The language of its foreign words: whose capitals are judged by its sets."""
    abbreviations: list[str] = field(default_factory=list)
    """Words whose full stop ends no sentence."""
    attributions: list[str] = field(default_factory=list)
    """Regular expressions of the line that introduces quoted mail ("On …, … wrote:")."""
    sets: dict[str, list[str]] = field(default_factory=dict)
    """Single words that rules look up."""
    sentences: dict[str, str] = field(default_factory=dict)
    """Sentences that lint proposes, with places for what is known."""
    limits: dict[str, int] = field(default_factory=dict)
    """Lengths that differ from language to language."""
    titles: dict[str, Any] = field(default_factory=dict)
    """Forms of address by key, see `language/salutation.py`."""
    family_names: list[str] = field(default_factory=list)
    """Family names that stand before the given name without a space."""
    salutation: dict[str, Any] = field(default_factory=dict)
    """Greeting, introduction, offer of help, closing, see `language/salutation.py`."""
    words: dict[str, list[str] | dict[str, str]] = field(default_factory=dict)
    """What rules look for, list by list, in the notation of `text/phrases.py`."""


class Language(NamedTuple):
    """One language's data, ready for use; without its phrase lists, which `text/phrases.py` compiles."""

    code: str
    direction: Literal["ltr", "rtl"] = "ltr"
    babel: str = "en"
    boundary: Literal["words", "none", "prefixed"] = "words"
    prefixes: frozenset[str] = frozenset()
    variants: Mapping[int, str] = MappingProxyType({})
    abbreviations: frozenset[str] = frozenset()
    sets: Mapping[str, frozenset[str]] = MappingProxyType({})
    limits: Mapping[str, int] = MappingProxyType({})
    sentences: Mapping[str, str] = MappingProxyType({})
    name: str = ""
    letters: str = ""
    latin: str = ""
    attributions: tuple[str, ...] = ()
    salutation: Salutation | None = None

    def has(self, name: str, word: str) -> bool:
        """Whether the set `name` holds `word`."""
        return word in self.sets.get(name, ())


def available() -> tuple[str, ...]:
    """The codes of the languages that there is data for, sorted."""
    return _codes(FOLDER, FOLDER.stat().st_mtime_ns)


@lru_cache(1)
def _codes(folder: Path, _changed: int) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


def known(tag: str) -> str:
    """`tag` as BCP 47 spells it, whoever wrote it: the one place that says what a language value may be.

    LanguageError for what is no tag, or of a language that there is no data for.
    """
    found = spelt(tag) if len(tag) <= _LONGEST else ""
    code = found.partition("-")[0]
    if not is_tag(found) or code not in (*available(), NEUTRAL):
        hint = did_you_mean(code, available())
        raise LanguageError(f"no language data for '{printable(tag[:_LONGEST])}'", hint=hint)
    return found


def raw(code: str) -> LanguageFile:
    """The file of `code`, read and validated. LanguageError or the YAML's own error otherwise."""
    from replyctl import yamlfile  # noqa: PLC0415 - only when a language file is new

    return yamlfile.validate(LanguageFile, yamlfile.read(FOLDER / f"{code}.yaml", LanguageError))


def content(code: str) -> bytes:
    """The bytes of the file of `code`: what a cache of anything made from it is keyed by."""
    return (FOLDER / f"{code}.yaml").read_bytes()


@lru_cache(100)
def load(tag: str) -> Language:
    """The language of a BCP 47 tag; `zh-Hant` falls back to `zh`. LanguageError as in `known`."""
    code = known(tag).partition("-")[0]
    if code == NEUTRAL:
        return Language(code=NEUTRAL)
    return cache.remember("language", content(code), lambda: _plain(raw(code)), _ready)


def _ready(plain: dict[str, Any]) -> Language:
    """The language that `_plain` made `plain` of."""
    salutation = Salutation.of(plain["salutation"])
    foreign = load(plain["latin"]).sets if plain["latin"] else {}
    sets = {**{name: foreign[name] for name in CAPITALS if name in foreign}, **plain["sets"]}
    return Language(**{**plain, "sets": sets, "salutation": salutation})


def _plain(file: LanguageFile) -> dict[str, Any]:
    """What a `Language` is made of, in a form that the cache keeps."""
    pairs = "".join(file.traditional.split())
    return {
        **{name: getattr(file, name) for name in _COPIED},
        "variants": {ord(old): new for old, new in zip(pairs[::2], pairs[1::2], strict=True)},
        "prefixes": frozenset(file.prefixes),
        "abbreviations": frozenset(file.abbreviations),
        "attributions": tuple(file.attributions),
        "sets": {name: frozenset(word.casefold() for word in words) for name, words in file.sets.items()},
        "salutation": {"titles": file.titles, "family_names": file.family_names, **file.salutation},
    }
