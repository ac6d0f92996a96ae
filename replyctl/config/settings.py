"""The settings: what a configuration file may hold. Field names are the YAML keys, "" means not set.

Plain frozen dataclasses, so that a warm start builds them without pydantic; `layers.py` hands the same classes to
pydantic to check a file that is new or changed. Without slots and `repr`, which nothing needs and each start would pay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from replyctl.engine_names import Wanted
from replyctl.language.facts import Weekday
from replyctl.language.salutation import AskedTone

Gender = Literal["m", "f", "n", ""]
Severity = Literal["error", "warning", "suggestion"]


@dataclass(frozen=True, kw_only=True, repr=False)
class Agent:
    """Who writes: what customers see in the introduction and the signature."""

    name: str = ""
    role: str = ""
    contact: str = ""
    """How customers reach the agent: an e-mail address, a telephone number, a URL."""
    gender: Gender = ""
    """Chooses the forms of `agent.form(…)`."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Company:
    """Whom the agent writes for."""

    name: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class Wording:
    """The team's own words, in one language, for what stands around a snippet; "" leaves them to replyctl."""

    greeting: str = ""
    introduction: str = ""
    offer: str = ""
    closing: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class Calendar:
    """What `+3wd` counts, and where today is."""

    weekend: tuple[Weekday, ...] = ()
    """That of the reply's language if not set."""
    timezone: str = ""
    """Such as Asia/Jerusalem; the computer's own if not set."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Vocabulary:
    """The team's words."""

    accept: tuple[str, ...] = ()
    """Words that are right here: product names, terms."""
    reject: Mapping[str, str] = field(default_factory=dict)
    """Words that the team does not use, with the better ones."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Grammar:
    """Which engine proofreads, and where it is."""

    engine: Wanted = "auto"
    """auto: LanguageTool where a server answers, else Harper for English."""
    dialect: Literal["en-US", "en-GB", "en-AU", "en-CA", ""] = ""
    """The English that the team writes; not set: what is right in one region is right."""
    level: Literal["default", "picky"] = "default"
    """How strict LanguageTool is."""
    languagetool: Literal["off", "auto"] = "off"
    """auto: the first command that proofreads starts the local server, which stops by itself when idle."""
    languagetool_url: str = ""
    """A LanguageTool server of the team's own; one on another computer from the user's own file only."""
    ignore: tuple[str, ...] = ()
    """The engine's own rules that are not wanted, by its own ids."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Lint:
    """Which rules look, how severe they are, and what they take for known."""

    select: tuple[str, ...] = ()
    """Rules and groups; empty: all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """By rule."""
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By rule, then by option."""
    vocabulary: tuple[str, ...] | Vocabulary = ()
    """The team's words; a plain list is those to accept."""

    @property
    def words(self) -> Vocabulary:
        """The vocabulary in its whole form."""
        return self.vocabulary if isinstance(self.vocabulary, Vocabulary) else Vocabulary(accept=self.vocabulary)


@dataclass(frozen=True, kw_only=True, repr=False)
class Settings:
    """All that can be configured."""

    agent: Agent = field(default_factory=Agent)
    company: Company = field(default_factory=Company)
    libraries: tuple[str, ...] = ()
    """Folders, the stronger first; absolute once loaded."""
    language: str = ""
    """The language of replies, BCP 47, where nothing else tells it."""
    tone: AskedTone | Mapping[str, AskedTone] = "auto"
    """One, or by language."""
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
    look_up: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By name: a command and its arguments whose JSON offers values. From the user's own file only."""

    def tone_in(self, language: str) -> AskedTone:
        """The tone configured for `language`: its own, its base's, else auto."""
        if isinstance(self.tone, str):
            return self.tone
        return self.tone.get(language) or self.tone.get(language.partition("-")[0]) or "auto"


SECTIONS: dict[str, type[Agent | Company | Calendar | Lint | Grammar]] = {
    "agent": Agent,
    "company": Company,
    "calendar": Calendar,
    "lint": Lint,
    "grammar": Grammar,
}
KEYS = tuple(
    f"{top.name}.{inner.name}" if top.name in SECTIONS else top.name
    for top in fields(Settings)
    for inner in (fields(SECTIONS[top.name]) if top.name in SECTIONS else (top,))
)
"""Every setting by its dotted name, in order: agent.name … look_up. One is taken or replaced whole."""

VARIABLES = {key: f"REPLYCTL_{key.replace('.', '_').upper()}" for key in KEYS}
"""The environment's names for them: agent.name is REPLYCTL_AGENT_NAME."""


def flat(settings: Settings) -> dict[str, Any]:
    """Settings to values by dotted name."""
    tops = ((key, *key.split(".", 1)) for key in KEYS)
    return {
        key: getattr(getattr(settings, top), *inner) if inner else getattr(settings, top) for key, top, *inner in tops
    }


def build(values: Mapping[str, Any]) -> Settings:
    """Values by dotted name, checked ones, to settings."""
    parts: dict[str, Any] = {name: {} for name in SECTIONS}
    for key in KEYS:
        top, _, inner = key.partition(".")
        value = tuple(values[key]) if isinstance(values[key], list) else values[key]
        if inner:
            parts[top][inner] = value
        else:
            parts[key] = value
    parts["lint"]["vocabulary"] = _vocabulary(parts["lint"]["vocabulary"])
    parts["salutation"] = {tag: _wording(words) for tag, words in parts["salutation"].items()}
    parts["look_up"] = {name: tuple(argv) for name, argv in parts["look_up"].items()}
    return Settings(**parts | {name: section(**parts[name]) for name, section in SECTIONS.items()})


def _wording(words: Mapping[str, str] | Wording) -> Wording:
    return words if isinstance(words, Wording) else Wording(**words)


def _vocabulary(words: Any) -> tuple[str, ...] | Vocabulary:  # noqa: ANN401 - as in a file, or built already
    if isinstance(words, Mapping):
        return Vocabulary(accept=tuple(words.get("accept") or ()), reject=words.get("reject") or {})
    return words  # type: ignore[no-any-return] # checked: a tuple or a Vocabulary
