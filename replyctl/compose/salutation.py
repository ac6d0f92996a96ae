"""The frame of a reply: greeting, introduction, offer of help, closing and signature, and who is spoken of in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.library.known import gender
from replyctl.people.name import Name
from replyctl.template.marked import Marked
from replyctl.template.namespace import Form, Namespace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.config import Settings
    from replyctl.language.salutation import Salutation
    from replyctl.library.values import Value

SWITCHES = ("greeting", "introduction", "offer", "closing", "signature")
"""What `--with` and `--without` know beside a snippet's own parts."""


class Wording(NamedTuple):
    """A template of the frame, and what errors call it."""

    source: str
    where: str
    fallback: str = ""
    """The language's own words, for a team's greeting that needs a name which is not known."""


def wording(piece: str, settings: Settings, salutation: Salutation, language: str, tone: str) -> Wording:
    """The words for one of SWITCHES (the signature apart) or `reopening`: the team's own before the language's."""
    own: str = getattr(salutation, piece)[tone]
    for tag in (language, language.partition("-")[0]):
        team = settings.salutation.get(tag)
        if team and (text := getattr(team, piece, "")):
            return Wording(text, f"config: salutation.{tag}.{piece}", own)
    return Wording(own, f"language {language}: {piece}")


def own_signature(settings: Settings, *, forced: bool) -> bool:
    """Whether the agent's own signature is used: also where the mail system adds one, if it is `forced`."""
    return settings.signature == "own" or (forced and settings.signature == "external")


def left_out(settings: Settings, switched: Mapping[str, bool]) -> tuple[str, ...]:
    """Those of SWITCHES that somebody else adds: the help desk, or who pastes the reply into a thread."""
    external = {"signature": settings.signature != "external"}
    return tuple(piece for piece in SWITCHES if not switched.get(piece, external.get(piece, True)))


def signature(settings: Settings, values: Mapping[str, Value], *, forced: bool) -> Marked:
    """The lines under the sign-off: the agent's own, none where the mail system adds them, or the configured text."""
    if own_signature(settings, forced=forced):
        lines = [_text(values, name) for name in ("agent.name", "agent.role", "company.name", "agent.contact")]
        return Marked.typed("\n".join(line for line in lines if line))
    return Marked() if settings.signature == "external" else Marked.fixed(settings.signature.strip())


def name_of(values: Mapping[str, Value]) -> Name:
    """The customer's name; parts and title that were given apart count before those read out of it."""
    name = Name.parse(_text(values, "customer.name"), _text(values, "customer.title"))
    given, family = _text(values, "customer.given"), _text(values, "customer.family")
    return name._replace(
        given=given or name.given, family=family or name.family, full=name.full or f"{given} {family}".strip()
    )


def nobody(values: Mapping[str, Value]) -> str:
    """What to tell the agent where the customer's name names nobody, "" where it does, or none was given."""
    given, name = _text(values, "customer.name"), name_of(values)
    if not given or name.full or name.title:
        return ""
    return f"customer.name: '{given}' names nobody, so that the greeting is neutral"


def customer(values: Mapping[str, Value], salutation: Salutation, language: str) -> Namespace:
    """`customer` for templates; `name` is what to call them without a title, if they can be called so."""
    name = name_of(values)
    titled = name.titled(salutation, language)
    # Nobody is called by a given name alone that stands behind the family name.
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
    return Namespace("customer", {key: text for key, text in known.items() if text}, Form(explicit))


def agent(values: Mapping[str, Value]) -> Namespace:
    """`agent` for templates."""
    known = {key: _text(values, f"agent.{key}") for key in ("name", "role", "contact")}
    return Namespace(
        "agent", {k: text for k, text in known.items() if text}, Form(gender(_text(values, "agent.gender") or "n"))
    )


def _text(values: Mapping[str, Value], name: str) -> str:
    return str(values[name].value) if name in values else ""
