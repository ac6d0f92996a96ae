"""What names are made of in a language: the typed form of `names.yaml`."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.clean import normalised

if TYPE_CHECKING:
    from collections.abc import Mapping

_LETTERS = str.maketrans({
    **dict(zip("øłđðı", "olddi", strict=True)),
    "æ": "ae", "œ": "oe", "þ": "th", "־": "-", "‐": "-", "‑": "-", "–": "-",
    **dict.fromkeys("'’‘`´׳\"״“”„.,;:!?", None),
})  # fmt: skip
_AS_WRITTEN = {"families", "variants", "ordered", "family_first", "familiar"}
"""What is kept as its file has it: templates, characters, patterns."""


def plain(word: str) -> str:
    """A part of a name as it is compared: without case, accents, geresh, apostrophes and full stops."""
    if word.isascii():
        return word.casefold().translate(_LETTERS)
    decomposed = normalised("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_LETTERS)


class Ordered(NamedTuple):
    """Names whose family name stands first at home: the family names, and what the rest then looks like."""

    family: frozenset[str]
    given: str
    """A regular expression of the rest in plain form."""


class Names(NamedTuple):
    """What `names.yaml` of a language holds, in plain form, ready for use."""

    family_names: frozenset[str]
    """Family names that stand before the given name without a space, compound ones too."""
    family_first: bool
    """Whether the family name stands before the given name."""
    familiar: tuple[str, ...]
    """What a familiar form of a name begins with (小王)."""
    particles: frozenset[str]
    """Words that open a family name of several words."""
    fathers: frozenset[str]
    """Those of them behind which the father's name stands."""
    joiners: tuple[str, ...]
    """Words and marks between two persons or two titles (Mr. and Mrs.), as written."""
    like_and: frozenset[str]
    """Names that begin with the letter that is "and" before other names."""
    given_names: frozenset[str]
    """By which "and" before a last word is told from a letter of a family name."""
    compounds: frozenset[str]
    """Given names of several words."""
    halves: frozenset[str]
    """Words that are no given name without the next one."""
    by_sound: frozenset[str]
    """Names of other peoples in this script, which have no family name before the given name: whole ones, and single
    characters that end such names only."""
    companies: frozenset[str]
    """Legal forms that end a company's name; those of a language without spaces are all endings of organisations."""
    office_endings: frozenset[str]
    """Single characters that end an office's name where that is longer than a person's."""
    organisations: frozenset[str]
    """Words that stand in the names of organisations only."""
    organisation_heads: frozenset[str]
    """Words with which the name of an organisation begins."""
    organisation_links: frozenset[str]
    """Words that stand inside the name of an organisation only."""
    families: Mapping[str, str]
    """How a family is written, and how it is greeted; both hold `{name}`."""
    openings: frozenset[str]
    """Greetings, and what leads to a name, in front of it."""
    endings: frozenset[str]
    """And behind it."""
    short_forms: Mapping[str, frozenset[str]]
    """Of given names."""
    ordered: tuple[Ordered, ...]
    variants: Mapping[int, str]
    """What each variant of a character in names is read as."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Names:
        """From what `prepared` made."""
        kinds: dict[str, Any] = {
            "ordered": lambda entries: tuple(Ordered(frozenset(one["family"]), one["given"]) for one in entries),
            "short_forms": lambda groups: {name: frozenset(forms) for name, forms in groups.items()},
            **dict.fromkeys(("families", "variants", "family_first"), lambda value: value),
            **dict.fromkeys(("joiners", "familiar"), tuple),
        }
        return cls(**{key: kinds.get(key, frozenset)(value) for key, value in data.items()})


def prepared(data: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of `schema.NamesFile`, words in plain form: worked out once and kept."""
    made = {
        key: _plain(value) for key, value in data.items() if key not in {*_AS_WRITTEN, "joiners", "openings", "endings"}
    }
    kept = {key: data[key] for key in data if key not in made}
    pairs = data["variants"].split()
    return {**kept, **made, "variants": {ord(pair[0]): pair[1] for pair in pairs}}


def _plain(value: Any) -> Any:  # noqa: ANN401 - a list, or lists by word
    if isinstance(value, dict):
        return {plain(word): _plain(words) for word, words in value.items()}
    return [plain(word) for word in value]
