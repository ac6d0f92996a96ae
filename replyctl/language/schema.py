"""The files of a language, as they are written and checked; imported only when one of them is new."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from replyctl import yamlfile
from replyctl.errors import LanguageError
from replyctl.language import lists
from replyctl.language.facts import Facts
from replyctl.language.lists import WordList
from replyctl.language.salutation import Gender


class LanguageFiles(NamedTuple):
    """All that the folder of a language holds."""

    facts: Facts
    salutation: SalutationFile
    lists: dict[str, WordList]


@dataclass(frozen=True, kw_only=True)
class TitleEntry:
    """A form of address; see `salutation.Title`."""

    print: str
    forms: list[str] = field(default_factory=list)
    """As written before a name or after a comma."""
    after: list[str] = field(default_factory=list)
    """As written only ever behind a name. Full stops and case do not count in either."""
    gender: Gender | None = None
    to_given: bool = False


@dataclass(frozen=True, kw_only=True)
class Tones:
    """Jinja templates, under the names that the team's own wording uses too (config: salutation).

    Known: customer.titled ("Dr. Levi"), .title, .given, .family, .name, .form(m=, f=, n=); agent.name, .role, .contact,
    .form(…); company.name, .url; case.first_contact; kind.
    """

    casual: str
    formal: str


@dataclass(frozen=True, kw_only=True)
class FormatsEntry:
    """Words and patterns around values; see `formats.Formats`."""

    date: str
    days: list[list[str]]
    weekdays: list[list[str]]
    currencies: dict[str, str]
    between: str
    last: str
    yes: list[str]
    no: list[str]
    last_foreign: str = ""
    """Where it differs from `last`."""


@dataclass(frozen=True, kw_only=True)
class SalutationFile:
    """The keys of `language/<code>/salutation.yaml`; see `salutation.Salutation`."""

    titles: dict[str, TitleEntry]
    example: str
    titled: str
    companies: list[str]
    greeting: Tones
    introduction: Tones
    reopening: Tones
    offer: Tones
    closing: Tones
    formats: FormatsEntry
    family_names: list[str] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    joiners: list[str] = field(default_factory=list)
    family_first: bool = False
    familiar: list[str] = field(default_factory=list)
    title_or_given: bool = False


def read(folder: Path) -> LanguageFiles:
    """All files of the language in `folder`. LanguageError with the place of what is wrong."""
    facts = yamlfile.validate(Facts, yamlfile.read(folder / "language.yaml", LanguageError))
    salutation = yamlfile.validate(SalutationFile, yamlfile.read(folder / "salutation.yaml", LanguageError))
    return LanguageFiles(facts, salutation, lists.read(folder))
