"""What names consist of in a language: the typed form of `names.yaml`."""

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
"""The keys kept as written in the file: templates, characters, patterns."""


def plain(word: str) -> str:
    """A part of a name in plain form, for comparison: no case, accents, geresh, apostrophes or full stops."""
    if word.isascii():
        return word.casefold().translate(_LETTERS)
    decomposed = normalised("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_LETTERS)


class Ordered(NamedTuple):
    """Names of a culture that puts the family name first: the family names, and the form of the rest."""

    family: frozenset[str]
    given: str
    """A regular expression for the rest, in plain form."""


class Names(NamedTuple):
    """What `names.yaml` of a language holds, in plain form, ready for use."""

    family_names: frozenset[str]
    """Family names that precede the given name without a space, including compound ones."""
    family_first: bool
    """Whether the family name precedes the given name."""
    familiar: tuple[str, ...]
    """What a familiar form of a name begins with (小王)."""
    particles: frozenset[str]
    """Words that open a family name of several words."""
    fathers: frozenset[str]
    """Particles that precede the father's name."""
    doubled: frozenset[str]
    """Family names of peoples who bear two: the first of these is no second given name."""
    joiners: tuple[str, ...]
    """Words and marks between two people or two titles (Mr. and Mrs.), as written."""
    like_and: frozenset[str]
    """Names that begin with the letter that means "and" before other names."""
    given_names: frozenset[str]
    """Given names, which tell "and" before a last word from a letter of a family name."""
    compounds: frozenset[str]
    """Given names of several words."""
    halves: frozenset[str]
    """Words that are a given name only with the next one."""
    by_sound: frozenset[str]
    """Names of other peoples in this script, which have no family name before the given name: whole names, and single
    characters that only such names end in."""
    companies: frozenset[str]
    """Legal forms that end a company's name; in a language without spaces, all endings of organisations."""
    office_endings: frozenset[str]
    """Single characters that end an office's name if it is longer than a person's."""
    organisations: frozenset[str]
    """Words that occur only in the names of organisations."""
    organisation_heads: frozenset[str]
    """Words that begin the name of an organisation."""
    organisation_links: frozenset[str]
    """Words that occur inside the names of organisations only."""
    families: Mapping[str, str]
    """How a family is written, and how it is greeted; both hold `{name}`."""
    openings: frozenset[str]
    """Greetings, and other words that lead to a name, before it."""
    endings: frozenset[str]
    """The same after a name."""
    short_forms: Mapping[str, frozenset[str]]
    """Given names with their short forms."""
    ordered: tuple[Ordered, ...]
    variants: Mapping[int, str]
    """How each variant of a character in names is read."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Names:
        """From the result of `prepared`."""
        kinds: dict[str, Any] = {
            "ordered": lambda entries: tuple(Ordered(frozenset(one["family"]), one["given"]) for one in entries),
            "short_forms": lambda groups: {name: frozenset(forms) for name, forms in groups.items()},
            **dict.fromkeys(("families", "variants", "family_first"), lambda value: value),
            **dict.fromkeys(("joiners", "familiar"), tuple),
        }
        return cls(**{key: kinds.get(key, frozenset)(value) for key, value in data.items()})


def prepared(data: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of `schema.NamesFile`, with words in plain form, to be computed once and cached."""
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
