"""The snippet: the content of a file under `snippets/`. Field names are the YAML keys.

Plain frozen dataclasses, so that a cached snippet loads without pydantic; `library/build.py` gives the same classes to
pydantic to validate a new or changed file and to print the JSON Schema. No slots and no `repr`: they would slow
every start.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from replyctl.library.field_types.types import TYPES
from replyctl.library.localized import Localized

Kind = Literal["answer", "complaint", "refusal", "service", "proposal", "followup"]
if TYPE_CHECKING:
    FieldType = str
else:  # type checkers cannot read the table, pydantic can
    FieldType = Literal[tuple(TYPES)]
Scalar = str | int | float | bool


@dataclass(frozen=True, kw_only=True, repr=False)
class Field:
    """A value from the agent, the mail, a data file or a look-up."""

    type: FieldType = "text"
    """The type of the value."""
    ask: Localized | None = None
    """The question on the terminal; the field's name if left out."""
    example: Localized | None = None
    """Shown grey beside the question, never used as a value."""
    default: Scalar | list[str] | dict[str, str] | None = None
    """Used if no value is given; may be per language, or a template. Dates: also `+3d`, `+3wd`, `friday`."""
    choices: list[Localized] = field(default_factory=list)
    """The choices of `choice` and `multi`."""
    other: bool = False
    """Whether free text is accepted too."""
    pattern: str | None = None
    """A regular expression that the whole value must match."""
    validate: str | None = None
    """A Jinja template that prints nothing if the value is valid, else the message."""
    when: str | None = None
    """An expression over fields and parts; if false, the field is not asked and not used."""
    optional: bool = False
    """Whether it may stay empty."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Part:
    """An optional passage of the text, toggled with one key."""

    ask: Localized | None = None
    """The question on the terminal; the part's name if left out."""
    default: bool = False
    """Whether the passage is included by default."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Text:
    """The snippet's words in one language: Jinja templates."""

    subject: str
    """One line."""
    body: str
    """Without greeting, introduction, offer of help, closing and signature; the salutation engine adds these."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Source:
    """Where an imported snippet came from."""

    system: str
    """The system's name, such as zendesk."""
    id: str
    """Its id there."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Snippet:
    """A canned reply in one or more languages, with its fields and parts."""

    name: str
    """The file's stem, not a key."""
    title: Localized
    """Shown in the picker."""
    kind: Kind
    """The kind of reply: decides the tone, and what lint expects."""
    text: dict[str, Text]
    """By BCP 47 tag."""
    tags: list[str] = field(default_factory=list)
    """Words to find it by."""
    asks: list[str] | dict[str, list[str]] = field(default_factory=list)
    """How customers put it."""
    fields: dict[str, Field] = field(default_factory=dict)
    """Asked in this order."""
    parts: dict[str, Part] = field(default_factory=dict)
    """Optional passages."""
    links: dict[str, str] = field(default_factory=dict)
    """URLs, used in the text as `links.<key>`."""
    attachments: list[str] = field(default_factory=list)
    """Files to send with the reply, inside the library: paths from its folder."""
    notes: Localized | None = None
    """Seen by the agent, never sent."""
    owner: str | None = None
    """Who is responsible for the wording."""
    review_by: str | None = None
    """ISO date by which to review the wording."""
    source: Source | None = None
    """Where an import came from."""
    examples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Test cases by language: values with which a test renders and lints the snippet."""


def is_template(text: object) -> bool:
    """Whether a default or a link is a template."""
    return isinstance(text, str) and ("{{" in text or "{%" in text or "{#" in text)


def from_plain(plain: dict[str, Any]) -> Snippet:
    """The snippet from the data of `dataclasses.asdict`."""
    return Snippet(
        **{
            **plain,
            "text": {tag: Text(**text) for tag, text in plain["text"].items()},
            "fields": {name: Field(**field) for name, field in plain["fields"].items()},
            "parts": {name: Part(**part) for name, part in plain["parts"].items()},
            "source": plain["source"] and Source(**plain["source"]),
        }
    )
