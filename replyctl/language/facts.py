"""What is true of a language: the typed form of `language.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Facts:
    """The keys of `language/<code>/language.yaml`."""

    code: str
    """BCP 47 primary tag; the folder's name."""
    name: str
    """In the language itself."""
    direction: Literal["ltr", "rtl"]
    """How its lines run."""
    babel: str
    """The locale for dates and money."""
    boundary: Literal["words", "none", "prefixed"]
    """Where a word begins: at a break, anywhere (no breaks are written), or behind glued-on prefix letters."""
    prefixes: frozenset[str] = frozenset()
    """What may be glued to the front of a word."""
    traditional: str = ""
    """Pairs of characters (the variant, then the form used here) by which variants of a script are read as one."""
    letters: str = ""
    """A character class of the script's letters, by which a text is known to be in the language."""
    latin: str = ""
    """The language of its foreign words: whose capitals are judged by its sets."""
    contractions: dict[str, list[str]] = field(default_factory=dict)
    """What a word stands for that is short for two ("we'd": we would, we had); phrases are written in full."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Parts of words that are written in two ways ("olour", "olor"); phrases are written in one."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop ends no sentence."""
    attributions: tuple[str, ...] = ()
    """Regular expressions of the line that introduces quoted mail ("On …, … wrote:")."""
    sentences: dict[str, str] = field(default_factory=dict)
    """Sentences that lint proposes, with places for what is known."""
    limits: dict[str, int] = field(default_factory=dict)
    """Lengths that differ from language to language."""
