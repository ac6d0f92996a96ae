"""What the command line, a data file and the configuration give, as values by dotted name, not yet read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.clean import clean, printable
from replyctl.errors import UsageError, ValueRefused, did_you_mean
from replyctl.library.known_values import PASSED, READ

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from replyctl.config import Settings
    from replyctl.library.field_types.value import Origin
    from replyctl.library.snippet import Field

Raw = Mapping[str, Any]
"""Strings, or JSON's own kinds, by dotted name; nothing blank."""
_INVISIBLE = " \u200b\u200c\u200d\u200e\u200f\ufeff"
_SPACES = ("customer", "agent", "company", "case", "parts")


class Sources(NamedTuple):
    """What each source gave, by dotted name; nothing of it is read yet."""

    set: Raw = MappingProxyType({})
    data: Raw = MappingProxyType({})
    asked: Mapping[str, str] = MappingProxyType({})
    """"" is an answer too: that the default is right, or that there is none."""
    look_up: Raw = MappingProxyType({})
    config: Raw = MappingProxyType({})
    default: Raw = MappingProxyType({})
    commands: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """The look-up commands that were run, by the value that they were run for."""

    def by_origin(self) -> tuple[tuple[Origin, Raw], ...]:
        """The precedence: the first that has a value counts."""
        return (
            ("set", self.set),
            ("data", self.data),
            ("asked", filled(self.asked)),
            ("look_up", self.look_up),
            ("config", self.config),
            ("default", self.default),
        )

    def find(self, name: str) -> tuple[Any, Origin] | None:
        """What counts for `name`, and where it comes from."""
        return next(((layer[name], origin) for origin, layer in self.by_origin() if name in layer), None)

    def answered(self, name: str, text: str) -> Sources:
        """With the answer in place of what was given for `name`: whoever answers has seen that and changed it."""
        rest = {key: _without(getattr(self, key), name) for key in ("set", "data", "look_up")}
        return self._replace(**rest, asked={**self.asked, name: text})


def _without(layer: Raw, name: str) -> Raw:
    return {key: value for key, value in layer.items() if key != name}


def filled(values: Mapping[str, Any]) -> Raw:
    """Without what is blank: it counts as missing."""
    return {name: value for name, value in values.items() if not _blank(value)}


def _blank(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not clean(value).strip(_INVISIBLE))


def check_sets(sets: Mapping[str, str], names: Collection[str]) -> None:
    """Raise UsageError for a key of `--set` that is none of `names`."""
    for key in sets:
        if key not in names:
            raise UsageError(f"--set: unknown value '{printable(key)}'", hint=did_you_mean(key, tuple(names)))


def from_data(
    data: Mapping[str, Any], fields: Mapping[str, Field], names: Collection[str]
) -> tuple[Raw, tuple[str, ...]]:
    """The values in `data` (fields at the top, objects by namespace, or what `read -f json` prints), and notices.

    A key that is none of `names` is passed over with one notice for all.
    """
    flat = dict(_flat(data, fields))
    known = filled({name: value for name, value in flat.items() if name in names})
    order = known.get("case.order")
    orders = {name: order for name, field in fields.items() if field.type == "order"} if order else {}
    unknown = [name for name in flat if name not in names and name not in PASSED]
    return {**orders, **known}, (_passed_over(unknown),) if unknown else ()


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


def from_settings(settings: Settings) -> Raw:
    """Who writes, and for whom."""
    agent, company = settings.agent, settings.company
    return filled(
        {
            "agent.name": agent.name,
            "agent.role": agent.role,
            "agent.contact": agent.contact,
            "agent.gender": agent.gender,
            "company.name": company.name,
            "company.url": company.url,
        }
    )
