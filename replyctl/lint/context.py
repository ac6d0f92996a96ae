"""What is known about a draft's customer, agent and case. All is optional; a rule that needs more stays silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from replyctl.bounds import NAME, TEXT
from replyctl.clean import clean
from replyctl.errors import DataError, did_you_mean, quoted
from replyctl.language import known
from replyctl.people.standin import bare
from replyctl.reading.holes import unfilled

INTENTS = ("answer", "complaint", "refusal", "service", "proposal", "followup")


class Person(NamedTuple):
    """The customer or the agent."""

    name: str | None = None
    title: str | None = None
    email: str | None = None
    gender: str | None = None
    role: str | None = None
    contact: str | None = None
    company: str | None = None
    preferred: str | None = None
    """What they want to be called."""


class Attachment(NamedTuple):
    """A file sent with the reply; its size in bytes, None if unknown."""

    name: str
    size: int | None = None


class Context(NamedTuple):
    """What is known about the case; a JSON context uses these names as keys."""

    language: str | None = None
    customer: Person = Person()
    agent: Person = Person()
    company: str | None = None
    order: str | None = None
    intent: str | None = None
    incoming: str | None = None
    no_questions: tuple[str, ...] | None = None
    """What in `incoming` reads like a question and is none."""
    first_contact: bool | None = None
    closed: bool | None = None
    opted_in: bool | None = None
    attachments: tuple[Attachment, ...] | None = None
    received: datetime | None = None
    now: datetime | None = None
    unknown: tuple[str, ...] = ()
    """Keys that were ignored, for one notice."""

    def names(self) -> tuple[str, ...]:
        """Names to mask in the text: whole, and word by word, except words of one letter or without a capital."""
        whole = [name for name in (self.customer.name, self.agent.name, self.company, self.agent.company) if name]
        words = [word.strip(".,") for name in whole for word in name.split()]
        return tuple(dict.fromkeys([*whole, *(word for word in words if len(word) > 1 and word[0].isupper())]))

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Context:
        """A context from parsed JSON. DataError names the key whose value has the wrong form."""
        given = {key: value for key, value in data.items() if key in _READERS and value is not None}
        values: dict[str, Any] = {key: _READERS[key](key, value) for key, value in given.items()}
        unknown = {f"{key}.{name}" for key in _PEOPLE for name in _names(given.get(key)) if name not in Person._fields}
        return cls(**values, unknown=tuple(sorted({*unknown, *set(data) - set(_READERS)})))


_PEOPLE = ("customer", "agent")
_LARGEST = 2**63
"""The most bytes of an attachment: no disk holds more."""


def _names(value: Any) -> Iterable[str]:
    return value if isinstance(value, Mapping) else ()


def _text(key: str, value: Any) -> str:
    """The value as clean text, since a fix may insert a name into the draft."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise DataError(f"context: {key} must be text, not {quoted(value)}")
    if len(text := str(value)) > TEXT:
        raise DataError(f"context: {key} is longer than {TEXT:,} characters")
    return clean(text, newlines=True)


def _language(key: str, value: Any) -> str:
    return known(value if isinstance(value, str) else _text(key, value)) if value != "" else ""


def _flag(key: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise DataError(f"context: {key} must be true or false, not {quoted(value)}")


def _moment(key: str, value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
        return moment if moment.tzinfo is None else moment.astimezone().replace(tzinfo=None)
    except (ValueError, OverflowError):
        hint = "for example 2026-11-25 or 2026-11-25T09:30"
        raise DataError(f"context: {key} must be an ISO date, not {quoted(value)}", hint=hint) from None


def _intent(key: str, value: Any) -> str:
    if value in INTENTS:
        return str(value)
    raise DataError(f"context: no {key} {quoted(value)}", hint=did_you_mean(_text(key, value), INTENTS))


def _person(key: str, value: Any) -> Person:
    if isinstance(value, str):
        return Person(name=value[:NAME])
    if not isinstance(value, Mapping):
        raise DataError(f"context: {key} must be an object, not {quoted(value)}")
    known = (name for name in Person._fields if value.get(name) is not None)
    return Person(**{name: _text(f"{key}.{name}", value[name])[:NAME] for name in known})


def _customer(key: str, value: Any) -> Person:
    """The customer, whose name is unknown if it is a merge tag or a stand-in ("Customer", a mailbox).

    A title counts wherever it is given; a nickname beside the name is what they want to be called.
    """
    person = _person(key, value)
    if not person.name or unfilled(bare(person.name), name=True):
        return person._replace(name=None)
    from replyctl.people.name import Name

    name = Name.parse(person.name, person.title or "")
    return person._replace(
        name=name.full or None,
        title=person.title or name.title or None,
        preferred=person.preferred or next(iter(name.notes), None),
    )


def _company(key: str, value: Any) -> str | None:
    text = _text(key, value["name"]) if isinstance(value, Mapping) and value.get("name") else _named(key, value)
    return text and text[:NAME]


def _named(key: str, value: Any) -> str | None:
    return None if isinstance(value, Mapping) else _text(key, value)


def _attachments(key: str, value: Any) -> tuple[Attachment, ...]:
    if not isinstance(value, list):
        raise DataError(f"context: {key} must be a list, not {quoted(value)}")
    return tuple(
        Attachment(clean(str(item.get("name", ""))), _size(item.get("size")))
        if isinstance(item, Mapping)
        else Attachment(_text(key, item))
        for item in value
    )


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise DataError(f"context: {key} must be a list, not {quoted(value)}")
    return tuple(_text(key, one) for one in value)


def _size(value: Any) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST):
        return value
    raise DataError(f"context: attachments.size must be a number of bytes, not {quoted(value)}")


_READERS = {
    "language": _language,
    "customer": _customer,
    "agent": _person,
    "company": _company,
    "order": _text,
    "intent": _intent,
    "incoming": _text,
    "no_questions": _texts,
    "first_contact": _flag,
    "closed": _flag,
    "opted_in": _flag,
    "attachments": _attachments,
    "received": _moment,
    "now": _moment,
}
