"""The settings: what a configuration file may hold. Field names are the YAML keys, "" means not set.

Plain frozen dataclasses, so that a cached start needs no pydantic; `layers.py` gives the same classes to pydantic to
check a new or changed file. No slots and no `repr`: they would slow every start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from replyctl.engine_names import Wanted
from replyctl.language.facts import Weekday
from replyctl.language.salutation import AskedTone

T = TypeVar("T")
Gender = Literal["m", "f", "n", ""]
Severity = Literal["error", "warning", "suggestion"]


@dataclass(frozen=True, kw_only=True, repr=False)
class Agent:
    """The agent, as customers see them in the introduction and the signature."""

    name: str | Mapping[str, str] = ""
    """One for all, or by language."""
    role: str | Mapping[str, str] = ""
    """As the name."""
    contact: str = ""
    """How customers reach the agent: an e-mail address, a telephone number, a URL."""
    gender: Gender = ""
    """Chooses the forms of `agent.form(…)`."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Company:
    """The company that the agent writes for."""

    name: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class Wording:
    """The team's own wording around a snippet, in one language; "" uses replyctl's."""

    greeting: str = ""
    introduction: str = ""
    wait: str = ""
    offer: str = ""
    closing: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class Calendar:
    """Working days for `+3wd`, and the time zone of today."""

    weekend: tuple[Weekday, ...] = ()
    """Not set: the weekend of the reply's language."""
    timezone: str = ""
    """For example Asia/Jerusalem. Not set: the computer's."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Vocabulary:
    """The team's vocabulary."""

    accept: tuple[str, ...] = ()
    """Words to accept: product names, terms."""
    reject: Mapping[str, str] = field(default_factory=dict)
    """Words to avoid, with their replacements."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Grammar:
    """The proofreading engine."""

    engine: Wanted = "auto"
    """auto: LanguageTool if a server answers, else Harper for English."""
    dialect: Literal["en-US", "en-GB", "en-AU", "en-CA", ""] = ""
    """The team's regional English. Not set: any region's spelling is correct."""
    level: Literal["default", "picky"] = "default"
    """How strict LanguageTool is."""
    languagetool: Literal["off", "auto"] = "off"
    """auto: the first command that proofreads starts the local server, which stops when idle."""
    languagetool_url: str = ""
    """The team's LanguageTool server; on another computer only from the user's own file."""
    ignore: tuple[str, ...] = ()
    """The engine's rules to skip, by the engine's ids."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Lint:
    """Which rules run, their severity, options and vocabulary."""

    select: tuple[str, ...] = ()
    """Rules and groups; empty: all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """By rule."""
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By rule, then by option."""
    vocabulary: tuple[str, ...] | Vocabulary = ()
    """The team's vocabulary; a plain list is the words to accept."""

    @property
    def words(self) -> Vocabulary:
        """The vocabulary in its full form."""
        return self.vocabulary if isinstance(self.vocabulary, Vocabulary) else Vocabulary(accept=self.vocabulary)


@dataclass(frozen=True, kw_only=True, repr=False)
class Settings:
    """All settings."""

    agent: Agent = field(default_factory=Agent)
    company: Company = field(default_factory=Company)
    libraries: tuple[str, ...] = ()
    """Folders, the strongest first; absolute once loaded."""
    language: str = ""
    """The language of replies, BCP 47, if nothing else determines it."""
    tone: AskedTone | Mapping[str, AskedTone] = "auto"
    """One for all, or by language."""
    salutation: Mapping[str, Wording] = field(default_factory=dict)
    """By language."""
    signature: str = "own"
    """own (name, role, company, contact), external (the mail system adds it), or the signature's text."""
    order_patterns: tuple[str, ...] = ()
    """Regular expressions: what this shop's order numbers look like."""
    calendar: Calendar = field(default_factory=Calendar)
    lint: Lint = field(default_factory=Lint)
    grammar: Grammar = field(default_factory=Grammar)
    editor: str = ""
    """The agent's real editor, a command; $VISUAL or $EDITOR if not set. From the user's own file only."""
    keep_days: int = 30
    """Days until unfinished replies and the last one are forgotten."""
    look_up: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By name: a command whose JSON output gives values. Only from the user's own file."""

    def tone_in(self, language: str) -> AskedTone:
        """The tone configured for `language`: its own, its base's, else auto."""
        return in_language(self.tone, language) or "auto"


def in_language(value: T | Mapping[str, T], language: str) -> T | None:
    """What is configured for `language`: its own, its base's, or the one for all; else None."""
    if not isinstance(value, Mapping):
        return value
    return value.get(language) or value.get(language.partition("-")[0])
