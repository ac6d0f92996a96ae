"""Facts about a language: the typed form of `language.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DateForms:
    """How dates are written, besides the figures that all languages share (2026-12-01, 1.12.2026)."""

    whole: tuple[str, ...] = ()
    """Regular expressions of a whole date, with the groups year (which may be missing), month and day."""
    parts: tuple[str, ...] = ()
    """Regular expressions of a day or a month in figures."""
    endings: tuple[str, ...] = ()
    """What may end the number of a day (1st, 2nd)."""
    joints: tuple[str, ...] = ()
    """Words between a day and its month, or before the year."""
    hours: tuple[str, ...] = ()
    """Words that show that the number after a month is an hour."""
    leads: tuple[str, ...] = ()
    """Words between a weekday and its date."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class OtherScript:
    """A language's second script. A text is in the script whose character set contains more of it."""

    tag: str
    """The BCP 47 tag of the language in this script."""
    regions: frozenset[str]
    """Regions that use this script: one in a tag counts like the script itself."""
    encoding: str
    """Python's name of this script's character set."""
    own_encoding: str
    """Python's name of the first script's character set."""
    reads: str
    """OpenCC's name of the conversion from this script to the first, including regional words."""
    shared: tuple[str, ...]
    """Words that OpenCC takes for regional ones, but that mean the same in both scripts."""
    writes: str
    """OpenCC's name of the conversion back."""
    composes: dict[str, str] = field(default_factory=dict)
    """The same for whole texts, with the words of a region, by region; "" for the others."""
    composed_as: dict[str, dict[str, str]] = field(default_factory=dict)
    """What a composed text says instead of the words that OpenCC puts there, by its conversion, "" for all of them; longer
    ones count first."""
    reads_as: dict[str, str] = field(default_factory=dict)
    """Characters that OpenCC keeps, and what they mean in the first script."""
    babel: str = ""
    """The locale for dates and money."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Typing:
    """What goes wrong with its letters when they are typed."""

    alike: tuple[str, ...] = ()
    """Groups of letters that sound alike."""
    weak: str = ""
    """Letters that are easily left out, or put in."""
    mute: str = ""
    """Letters that are easily put at the end, where they are not heard."""
    keyboard: tuple[str, ...] = ()
    """The rows of its keyboard."""
    finals: dict[str, str] = field(default_factory=dict)
    """Letters that have another form at the end of a word, with that form."""
    loan_endings: str = ""
    """Those of them that keep their own form at the end of foreign words."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Facts:
    """The keys of `language/<code>/language.yaml`."""

    code: str
    """BCP 47 primary tag; the folder's name."""
    name: str
    """In the language itself."""
    direction: Literal["ltr", "rtl"]
    """The direction of its lines."""
    babel: str
    """The locale for dates and money."""
    letters: tuple[str, ...] = ()
    """Ranges of its own script's letters (а-я), by which its texts are recognised; none for Latin script."""
    latin: str = ""
    """The language of its words in Latin letters, whose sets are used to judge capitals."""
    other_script: OtherScript | None = None
    """A second script that it is written in; phrases in the data use the first."""
    by_character: bool = False
    """Whether words are written without breaks: texts are read, searched and measured by character."""
    full_width: bool = False
    """Whether punctuation marks are as wide as characters (。 and ，)."""
    prefixes: frozenset[str] = frozenset()
    """What may be attached to the front of a word."""
    and_prefix: str = ""
    """The prefix that means "and"."""
    article_prefix: str = ""
    """The prefix that means "the"."""
    contractions: dict[str, list[str]] = field(default_factory=dict)
    """What a contraction may stand for ("we'd": we would, we had); phrases in the data are written in full."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Parts of words that have two spellings ("olour", "olor"); phrases in the data use one of them."""
    verbs: dict[str, list[str]] = field(default_factory=dict)
    """Verbs by what else their plain form is (only, counted, other); see `reading/verbs.py`. None: not judged."""
    verb_endings: list[list[str]] = field(default_factory=list)
    """What the plain form of a verb may end with, and what its other three forms have in that place."""
    clitics: tuple[str, ...] = ()
    """Regular expressions of what is attached to a word but not part of it (the customer's)."""
    abbreviations: frozenset[str] = frozenset()
    """Words whose full stop does not end a sentence."""
    attributions: tuple[str, ...] = ()
    """Regular expressions of the line that introduces quoted mail ("On …, … wrote:")."""
    vocative_marks: str = ","
    """What may end a line that only names the person greeted."""
    asks_in_place: bool = False
    """Whether a question word is in the place of its answer, not at the beginning of the sentence."""
    future_is_said: bool = False
    """Whether the future has its own words (will, shall), so that a mere span of time does not show it."""
    time_first: bool = False
    """Whether a day precedes what it belongs to: the verb (周五发货) and the thing (11月20日的订单)."""
    speaker_forms: bool = False
    """Whether word forms follow the gender of whoever speaks, so that the agent is asked for theirs."""
    thanks_take_for: bool = False
    """Whether a word such as "for" introduces what somebody is thanked for."""
    typing: Typing = field(default_factory=Typing)
    dates: DateForms = field(default_factory=DateForms)
    weekend: tuple[Weekday, ...] = ("saturday", "sunday")
    """The days off, unless others are configured."""
    sentences: dict[str, str] = field(default_factory=dict)
    """Sentences that lint proposes, with placeholders for what is known."""
    questions: dict[str, str] = field(default_factory=dict)
    """What the agent is asked about each value that every reply may need, by the value's name."""
    limits: dict[str, int] = field(default_factory=dict)
    """Lengths that differ from language to language, in its units."""

    @property
    def units(self) -> Literal["words", "characters"]:
        """The units in which its texts are measured."""
        return "characters" if self.by_character else "words"
