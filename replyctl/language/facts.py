"""What is true of a language: the typed form of `language.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DateForms:
    """How dates are written, beside those in figures that all languages share (2026-12-01, 1.12.2026)."""

    whole: tuple[str, ...] = ()
    """Regular expressions of a whole date, with the groups year (which may be missing), month and day."""
    parts: tuple[str, ...] = ()
    """Regular expressions of a day or a month in figures."""
    endings: tuple[str, ...] = ()
    """What may end the number of a day (1st, 2nd)."""
    joints: tuple[str, ...] = ()
    """Words between a day and its month, or before the year."""
    hours: tuple[str, ...] = ()
    """Words that make an hour of the number behind a month."""
    leads: tuple[str, ...] = ()
    """Words between a weekday and its date."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class OtherScript:
    """The other script that a language is written in. A text is in the one whose character set holds more of it."""

    tag: str
    """The language in this script, as BCP 47 has it."""
    regions: frozenset[str]
    """Where it is written so: as good as the script in a tag."""
    encoding: str
    """Python's name of the character set that holds this script."""
    own_encoding: str
    """And of the one that holds the language's first script."""
    reads: str
    """OpenCC's name of the way from this script to the first one, with the words of the regions."""
    shared: tuple[str, ...]
    """Words that OpenCC takes for those of a region, and that mean the same in both scripts."""
    writes: str
    """And of the way back."""


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
    letters: tuple[str, ...] = ()
    """The ranges of its own script's letters (а-я), by which a text is known to be in the language; none: Latin."""
    latin: str = ""
    """The language of its foreign words: whose capitals are judged by its sets."""
    other_script: OtherScript | None = None
    """A second script that it is written in; phrases are written in the first."""
    by_character: bool = False
    """Whether no breaks are written between words: a text is read, found and measured character by character."""
    full_width: bool = False
    """Whether marks are as wide as characters (。 and ，)."""
    prefixes: frozenset[str] = frozenset()
    """What may be glued to the front of a word."""
    and_prefix: str = ""
    """The one of them that is "and"."""
    contractions: dict[str, list[str]] = field(default_factory=dict)
    """What a word stands for that is short for two ("we'd": we would, we had); phrases are written in full."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Parts of words that are written in two ways ("olour", "olor"); phrases are written in one."""
    clitics: tuple[str, ...] = ()
    """Regular expressions of what is written on to a word and is no part of it (the customer's)."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop ends no sentence."""
    attributions: tuple[str, ...] = ()
    """Regular expressions of the line that introduces quoted mail ("On …, … wrote:")."""
    vocative_marks: str = ","
    """What may close a line that does nothing but name whom it greets."""
    asks_in_place: bool = False
    """Whether a question word stands where its answer would, rather than at the sentence's beginning."""
    future_is_said: bool = False
    """Whether words of their own (will, shall) tell what is to come: a mere span of time tells nothing of it."""
    time_first: bool = False
    """Whether a day stands before what it is the day of: the verb (周五发货) and the thing (11月20日的订单)."""
    thanks_take_for: bool = False
    """Whether a word such as "for" leads to what somebody is thanked for."""
    dates: DateForms = field(default_factory=DateForms)
    weekend: tuple[Weekday, ...] = ("saturday", "sunday")
    """The days on which nobody works, where nothing else is configured."""
    sentences: dict[str, str] = field(default_factory=dict)
    """Sentences that lint proposes, with places for what is known."""
    limits: dict[str, int] = field(default_factory=dict)
    """Lengths that differ from language to language, in its units."""

    @property
    def units(self) -> Literal["words", "characters"]:
        """What a text of it is measured in."""
        return "characters" if self.by_character else "words"
