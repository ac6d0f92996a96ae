"""The snippet: what a file under `snippets/` holds. Field names are the YAML keys.

Plain frozen dataclasses, so that a cached snippet loads without pydantic; `library/read.py` hands the same classes to
pydantic to validate a file that is new or changed, and to print the JSON Schema. Without slots and `repr`, which
nothing needs and each start would pay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from replyctl.library.field_types.types import TYPES
from replyctl.library.localized import Localized

Kind = Literal["answer", "complaint", "refusal", "service", "proposal", "followup"]
if TYPE_CHECKING:
    FieldType = str
else:  # a checker cannot look into the table, pydantic can
    FieldType = Literal[tuple(TYPES)]
Scalar = str | int | float | bool


@dataclass(frozen=True, kw_only=True, repr=False)
class Field:
    """One thing that only the agent, the mail, a data file or a look-up knows."""

    type: FieldType = "text"
    """What kind of value it takes."""
    ask: Localized | None = None
    """The question on the terminal; the field's name if left out."""
    example: Localized | None = None
    """Shown greyed beside the question, never used as a value."""
    default: Scalar | list[str] | dict[str, str] | None = None
    """The value when nobody gives one, or a text a language; a template over the fields before it. For a date also `+3d`, `+3wd`, `friday`."""
    choices: list[Localized] = field(default_factory=list)
    """What `choice` and `multi` offer."""
    other: bool = False
    """Whether free text is taken beside the choices."""
    pattern: str | None = None
    """A regular expression that the whole value must match."""
    validate: str | None = None
    """A Jinja template that renders nothing when the value is valid, else the message."""
    when: str | None = None
    """An expression over fields and parts; false: not asked, not used."""
    optional: bool = False
    """Whether it may stay empty."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Part:
    """An optional passage of the text, toggled with one key."""

    ask: Localized | None = None
    """The question on the terminal; the part's name if left out."""
    default: bool = False
    """Whether the passage is in when nobody says."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Text:
    """The snippet's words in one language: Jinja templates."""

    subject: str
    """One line."""
    body: str
    """Without greeting, introduction, offer of help, closing and signature: the salutation engine writes these."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Source:
    """Where an imported snippet came from."""

    system: str
    """The system's name, such as zendesk."""
    id: str
    """Its id there."""


@dataclass(frozen=True, kw_only=True, repr=False)
class Snippet:
    """A canned reply in one or more languages, with what it needs to be filled in."""

    name: str
    """The file's stem; not a key of the file."""
    title: Localized
    """What the picker shows."""
    kind: Kind
    """What the reply is: decides the tone and, in lint, what is expected of it."""
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
    """URLs that the text names as `links.<key>`."""
    attachments: list[str] = field(default_factory=list)
    """Files that go with the reply."""
    notes: Localized | None = None
    """Seen by the agent, never sent."""
    owner: str | None = None
    """Who answers for the wording."""
    review_by: str | None = None
    """ISO date: the wording is looked at again by then."""
    source: Source | None = None
    """Where an import came from."""
    examples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Golden cases by language: values that a test renders and lints."""


def is_template(text: object) -> bool:
    """Whether a default, or a link, is made of other values."""
    return isinstance(text, str) and ("{{" in text or "{%" in text or "{#" in text)


def from_plain(plain: dict[str, Any]) -> Snippet:
    """The snippet that `dataclasses.asdict` made `plain` of."""
    return Snippet(
        **{
            **plain,
            "text": {tag: Text(**text) for tag, text in plain["text"].items()},
            "fields": {name: Field(**field) for name, field in plain["fields"].items()},
            "parts": {name: Part(**part) for name, part in plain["parts"].items()},
            "source": plain["source"] and Source(**plain["source"]),
        }
    )
