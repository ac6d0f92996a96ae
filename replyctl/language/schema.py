"""The form of a language's files, for validation; imported only when one of them has changed."""

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
    """Everything that a language's folder contains."""

    facts: Facts
    salutation: SalutationFile
    names: NamesFile
    lists: dict[str, WordList]


@dataclass(frozen=True, kw_only=True)
class TitleEntry:
    """A form of address; see `salutation.Title`."""

    print: str
    """Empty for one that the language never says before a name."""
    forms: list[str] = field(default_factory=list)
    """As written before a name or after a comma."""
    after: list[str] = field(default_factory=list)
    """As written only after a name. Full stops and case are ignored in both."""
    gender: Gender | None = None
    to_given: bool = False
    to_whole: bool = False
    instead_of: list[str] = field(default_factory=list)
    """Those of the forms for which `print` is said where the language says titles as they were written."""


@dataclass(frozen=True, kw_only=True)
class Tones:
    """Jinja templates with the same values as the team's own wording (config: salutation).

    Known: customer.titled ("Dr. Levi"), .title, .given, .family, .name, .form(m=, f=, n=); agent.name, .role, .contact,
    .form(…); company.name, .url; case.first_contact, .waited, .late; kind. `later` knows case.answer_by too.
    """

    casual: str
    formal: str


@dataclass(frozen=True, kw_only=True)
class TypedDatesEntry:
    """See `typed_dates.TypedDates`."""

    months: list[list[str]] = field(default_factory=list)
    counts: list[list[str]] = field(default_factory=list)
    units: dict[str, list[str]] = field(default_factory=dict)
    spans: dict[str, str] = field(default_factory=dict)
    whole: list[str] = field(default_factory=list)
    ahead: list[str] = field(default_factory=list)
    this: list[str] = field(default_factory=list)
    next: list[str] = field(default_factory=list)
    week_starts: int = 0


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
    typed: TypedDatesEntry = field(default_factory=TypedDatesEntry)
    last_foreign: str = ""
    """If it differs from `last`."""


@dataclass(frozen=True, kw_only=True)
class RolesEntry:
    """Regular expressions that the end or the whole of a role matches; see `salutation.Roles`."""

    unit: str = ""
    department: str = ""
    post: str = ""


@dataclass(frozen=True, kw_only=True)
class DefiniteEntry:
    """Units and departments as the ones that customers know; see `salutation.Definite`."""

    words: dict[str, str] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SalutationFile:
    """The keys of `language/<code>/salutation.yaml`; see `salutation.Salutation`."""

    titles: dict[str, TitleEntry]
    example: str
    titled: str
    greeting: Tones
    introduction: Tones
    reopening: Tones
    offer: Tones
    wait: Tones
    questions: Tones
    later: Tones
    attribution: str
    attribution_undated: str
    closing: Tones
    formats: FormatsEntry
    roles: RolesEntry = field(default_factory=RolesEntry)
    definite: DefiniteEntry = field(default_factory=DefiniteEntry)
    title_or_given: bool = False
    titles_as_written: bool = False


@dataclass(frozen=True, kw_only=True)
class OrderedEntry:
    """See `names.Ordered`."""

    family: list[str]
    given: str


@dataclass(frozen=True, kw_only=True)
class NamesFile:
    """The keys of `language/<code>/names.yaml`; see `names.Names`. A language without it knows nothing about names."""

    family_names: list[str] = field(default_factory=list)
    family_first: bool = False
    familiar: list[str] = field(default_factory=list)
    particles: list[str] = field(default_factory=list)
    fathers: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    joiners: list[str] = field(default_factory=list)
    like_and: list[str] = field(default_factory=list)
    given_names: list[str] = field(default_factory=list)
    compounds: list[str] = field(default_factory=list)
    by_sound: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    companies: list[str] = field(default_factory=list)
    office_endings: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    organisation_heads: list[str] = field(default_factory=list)
    organisation_links: list[str] = field(default_factory=list)
    families: dict[str, str] = field(default_factory=dict)
    openings: list[str] = field(default_factory=list)
    endings: list[str] = field(default_factory=list)
    short_forms: dict[str, list[str]] = field(default_factory=dict)
    ordered: list[OrderedEntry] = field(default_factory=list)
    variants: str = ""


def read(folder: Path) -> LanguageFiles:
    """All files of the language in `folder`. LanguageError with the place of the mistake."""
    facts = yamlfile.validate(Facts, yamlfile.read(folder / "language.yaml", LanguageError))
    salutation = yamlfile.validate(SalutationFile, yamlfile.read(folder / "salutation.yaml", LanguageError))
    written = folder / "names.yaml"
    names = yamlfile.validate(NamesFile, yamlfile.read(written, LanguageError)) if written.exists() else NamesFile()
    return LanguageFiles(facts, salutation, names, lists.read(folder))
