"""Values from the command line, a data file and the configuration, by dotted name, not yet read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.clean import clean, printable
from replyctl.config.settings import in_language
from replyctl.errors import UsageError, ValueRefused, did_you_mean
from replyctl.library.known_values import PASSED, READ

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from replyctl.config import Settings
    from replyctl.library.field_types.value import Origin
    from replyctl.library.snippet import Field
    from replyctl.mail.case import CustomerCase

Raw = Mapping[str, Any]
"""Strings or JSON values by dotted name, none of them blank."""
_INVISIBLE = " \u200b\u200c\u200d\u200e\u200f\ufeff"
_SPACES = ("customer", "agent", "company", "case", "parts")


class Sources(NamedTuple):
    """The values of each source by dotted name, not yet read."""

    set: Raw = MappingProxyType({})
    data: Raw = MappingProxyType({})
    mail: Raw = MappingProxyType({})
    asked: Mapping[str, str] = MappingProxyType({})
    """An answer "" means the default, or no value."""
    look_up: Raw = MappingProxyType({})
    config: Raw = MappingProxyType({})
    default: Raw = MappingProxyType({})
    skipped: frozenset[str] = frozenset()
    """Those that `--set` leaves empty: what is optional is then not asked."""
    commands: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The look-up commands already run, by the value that they were run for."""

    def by_origin(self) -> tuple[tuple[Origin, Raw], ...]:
        """The sources in order of precedence."""
        return (
            ("set", self.set),
            ("data", self.data),
            ("mail", self.mail),
            ("asked", filled(self.asked)),
            ("look_up", self.look_up),
            ("config", self.config),
            ("default", self.default),
        )

    def find(self, name: str) -> tuple[Any, Origin] | None:
        """The value for `name` and its origin."""
        return next(((layer[name], origin) for origin, layer in self.by_origin() if name in layer), None)

    def answered(self, name: str, text: str) -> Sources:
        """With the answer instead of the given value for `name`, which the agent has seen."""
        given, data, mail, look_up = (_without(one, name) for one in (self.set, self.data, self.mail, self.look_up))
        return self._replace(set=given, data=data, mail=mail, look_up=look_up, asked={**self.asked, name: text})


def _without(layer: Raw, name: str) -> Raw:
    return {key: value for key, value in layer.items() if key != name}


def filled(values: Mapping[str, Any]) -> Raw:
    """Without blank values, which count as missing."""
    return {name: value for name, value in values.items() if not _blank(value)}


def _blank(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not clean(value).strip(_INVISIBLE))


def check_sets(sets: Mapping[str, str], names: Collection[str]) -> None:
    """Raise UsageError for a key of `--set` that is not in `names`."""
    for key in sets:
        if key not in names:
            raise UsageError(f"--set: unknown value '{printable(key)}'", hint=did_you_mean(key, tuple(names)))


def from_data(
    data: Mapping[str, Any], fields: Mapping[str, Field], names: Collection[str]
) -> tuple[Raw, tuple[str, ...]]:
    """The values in `data` (fields at the top, objects by namespace, or what `read -f json` prints), and notices.

    Keys that are not in `names` are ignored, with one notice for all.
    """
    flat = dict(_flat(data, fields))
    known = filled({name: value for name, value in flat.items() if name in names})
    unknown = [name for name in flat if name not in names and name not in PASSED]
    return {**_orders(known, fields), **known}, (_passed_over(unknown),) if unknown else ()


def from_mail(case: CustomerCase | None, fields: Mapping[str, Field], *, has_subject: bool) -> Raw:
    """The values that the customer's mail tells; its subject is the reply's unless that `has_subject` of a snippet."""
    if case is None:
        return {}
    told = case.as_dict()
    known = filled({name: told[key] for key, name in READ.items()})
    before = {"case.first_contact": False} if case.answered_before else {}
    subject = {} if has_subject else filled({"subject": case.reply_subject})
    sure = _orders(known, fields) if len(case.orders) < 2 else {}  # noqa: PLR2004 - of several the agent chooses
    return {**subject, **sure, **known, **before}


def of_the_named(mail: Raw, name: str) -> Raw:
    """`mail` without what it tells of somebody else's name than the given `name`; "" is none given."""
    words, known = ({*re.findall(r"[^\s,.]+", one.casefold())} for one in (name, str(mail.get("customer.name", ""))))
    others = () if not name or words & known else ("customer.title", "customer.preferred")
    return {key: value for key, value in mail.items() if key not in others}


def offered_by_mail(case: CustomerCase | None, fields: Mapping[str, Field]) -> Raw:
    """The one of several orders that the mail asks about: a default, so that the agent is asked.

    Of a mail that asks about none of them, or about several, nobody but the agent knows it.
    """
    if case is None or len(case.orders) < 2:  # noqa: PLR2004 - several
        return {}
    asked = [one for one in case.orders if any(one.casefold() in question.casefold() for question in case.questions)]
    return _orders({"case.order": asked[0]}, fields) if len(asked) == 1 else {}


def _orders(known: Raw, fields: Mapping[str, Field]) -> Raw:
    """The case's number as the value of each field that is one."""
    order = known.get("case.order")
    return {name: order for name, field in fields.items() if field.type == "order"} if order else {}


def _flat(data: Mapping[str, Any], fields: Collection[str]) -> Iterable[tuple[str, Any]]:
    for key, value in data.items():
        if key in _SPACES and isinstance(value, Mapping):
            yield from ((f"{key}.{inner}", one) for inner, one in value.items())
        elif key == "company":
            yield "company.name", value
        elif isinstance(value, Mapping):
            raise ValueRefused(f"{printable(key)}: an object is not a value")
        else:
            if key in READ:
                yield READ[key], value
            if key in fields or key not in READ:
                yield key, value


def _passed_over(names: Iterable[str]) -> str:
    return f"--data: values that this reply does not use are ignored: {', '.join(map(printable, names))}"


def from_settings(settings: Settings, language: str) -> Raw:
    """The agent and the company, as a reply in `language` names them."""
    agent, company = settings.agent, settings.company
    return filled(
        {
            "agent.name": _named(agent.name, language),
            "agent.role": _named(agent.role, language),
            "agent.contact": agent.contact,
            "agent.gender": agent.gender,
            "company.name": company.name,
            "company.url": company.url,
        }
    )


def _named(value: str | Mapping[str, str], language: str) -> str:
    """What is configured for the language, else for the first: a name in another script is better than none."""
    found = in_language(value, language)
    return next(iter(value.values()), "") if found is None and isinstance(value, Mapping) else found or ""
