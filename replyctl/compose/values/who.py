"""The customer and the agent, as templates see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.library.known_values import gender
from replyctl.people.name import Name
from replyctl.people.name_scripts import is_foreign
from replyctl.template.namespace import ByGender, Namespace
from replyctl.text.other_script import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.language import Language
    from replyctl.language.salutation import Salutation
    from replyctl.library.field_types.value import Value


def name_of(values: Mapping[str, Value], language: str = "") -> Name:
    """The customer's name; parts and title that were given apart count before those read out of it."""
    name = Name.parse(_text(values, "customer.name"), _text(values, "customer.title"), language)
    given, family = _text(values, "customer.given"), _text(values, "customer.family")
    return name._replace(
        given=given or name.given, family=family or name.family, full=name.full or f"{given} {family}".strip()
    )


def proper_names(values: Mapping[str, Value]) -> list[str]:
    """The names of people and of the company, which are never put in other characters."""
    name = name_of(values)
    own = (name.full, name.given, name.family, _text(values, "agent.name"), _text(values, "company.name"))
    return [one for one in own if one]


def nobody(values: Mapping[str, Value]) -> str:
    """A notice if the given customer's name is not a person's, else ""."""
    given, name = _text(values, "customer.name"), name_of(values)
    if not given or name.full or name.title:
        return ""
    return f"customer.name: '{given}' is not a person's name, so the greeting is neutral"


def customer(values: Mapping[str, Value], salutation: Salutation, language: str) -> Namespace:
    """`customer` for templates; `name` is what to call them without a title, if they can be called so."""
    name = name_of(values, language)
    titled = name.titled(salutation, language)
    known = {
        "name": _called(name, titled),
        "title": name.title_in(salutation, language),
        "titled": titled,
        "preferred": _text(values, "customer.preferred"),
        "given": _text(values, "customer.preferred") or _given(name, language),
        "family": name.family,
        "organisation": name.full if name.kind == "organisation" else "",
        "email": _text(values, "customer.email"),
    }
    one = name.kind in {"person", "nobody"}
    explicit = gender(_text(values, "customer.gender") or "n") or name.gender if one else None
    return Namespace("customer", {key: text for key, text in known.items() if text}, ByGender(explicit))


def _called(name: Name, titled: str) -> str:
    """Without a given name a title belongs to what they are called, also one that the language cannot print."""
    if name.title and not name.given:
        return titled or (name.raw if name.full else "")
    return name.full


def _given(name: Name, language: str) -> str:
    """Nobody is called by a given name alone that stands behind the family name, or that the reader cannot read."""
    behind = name.family_first and name.family and not name.given.isascii()
    return "" if behind or is_foreign(name.given, language) else name.given


def agent(values: Mapping[str, Value], language: Language, salutation: Salutation) -> Namespace:
    """`agent` for templates: the whole name is `given` where it has no parts; the role is named by what it is too.

    That name of the role has it in its definite form.
    """
    known = {key: _text(values, f"agent.{key}") for key in ("name", "role", "contact")}
    name = Name.parse(known["name"], "", language.code)
    known["given"] = _given(name, language.code) or known["name"]
    if found := salutation.roles.of(read(known["role"], language)):
        known[found] = salutation.definite.of(known["role"])
    return Namespace(
        "agent", {k: text for k, text in known.items() if text}, ByGender(gender(_text(values, "agent.gender") or "n"))
    )


def _text(values: Mapping[str, Value], name: str) -> str:
    return str(values[name].value) if name in values else ""
