"""The customer and the agent, as templates see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.library.known_values import gender
from replyctl.people.name import Name
from replyctl.template.namespace import ByGender, Namespace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.language.salutation import Salutation
    from replyctl.library.field_types.value import Value


def name_of(values: Mapping[str, Value]) -> Name:
    """The customer's name; parts and title given separately override those read from it."""
    name = Name.parse(_text(values, "customer.name"), _text(values, "customer.title"))
    given, family = _text(values, "customer.given"), _text(values, "customer.family")
    return name._replace(
        given=given or name.given, family=family or name.family, full=name.full or f"{given} {family}".strip()
    )


def nobody(values: Mapping[str, Value]) -> str:
    """A notice if the given customer's name is not a person's, else ""."""
    given, name = _text(values, "customer.name"), name_of(values)
    if not given or name.full or name.title:
        return ""
    return f"customer.name: '{given}' is not a person's name, so the greeting is neutral"


def customer(values: Mapping[str, Value], salutation: Salutation, language: str) -> Namespace:
    """`customer` for templates; `name` is the name without a title, if it can be used alone."""
    name = name_of(values)
    titled = name.titled(salutation, language)
    # A given name after the family name is not used alone.
    behind = name.family_first and name.family and not name.given.isascii()
    given = "" if behind else name.given
    called = name.full
    if name.title and not name.given:
        called = titled or (name.raw if name.full else "")
    known = {
        "name": called,
        "title": name.title_in(salutation, language),
        "titled": titled,
        "given": given,
        "family": name.family,
        "email": _text(values, "customer.email"),
    }
    explicit = gender(_text(values, "customer.gender") or "n") or name.gender
    return Namespace("customer", {key: text for key, text in known.items() if text}, ByGender(explicit))


def agent(values: Mapping[str, Value]) -> Namespace:
    """`agent` for templates."""
    known = {key: _text(values, f"agent.{key}") for key in ("name", "role", "contact")}
    return Namespace(
        "agent", {k: text for k, text in known.items() if text}, ByGender(gender(_text(values, "agent.gender") or "n"))
    )


def _text(values: Mapping[str, Value], name: str) -> str:
    return str(values[name].value) if name in values else ""
