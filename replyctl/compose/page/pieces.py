"""The wording around the text: greeting, introduction, offer of help, closing and signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.compose.plan.declared import FRAME
from replyctl.template.marked import Marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.config import Settings
    from replyctl.language.salutation import Salutation
    from replyctl.library.field_types.value import Value


class Piece(NamedTuple):
    """The template of one piece, and its name in errors."""

    source: str
    where: str
    fallback: str = ""
    """The language's own wording, used if a team's greeting needs a name that is unknown."""


def piece(name: str, settings: Settings, salutation: Salutation, language: str, tone: str) -> Piece:
    """The wording of one of FRAME (except the signature) or `reopening`: the team's, else the language's."""
    own: str = getattr(salutation, name)[tone]
    for tag in (language, language.partition("-")[0]):
        team = settings.salutation.get(tag)
        if team and (text := getattr(team, name, "")):
            return Piece(text, f"config: salutation.{tag}.{name}", own)
    return Piece(own, f"language {language}: {name}")


def own_signature(settings: Settings, *, forced: bool) -> bool:
    """Whether to use the agent's own signature; `forced` uses it even if the mail system adds one."""
    return settings.signature == "own" or (forced and settings.signature == "external")


def left_out(settings: Settings, switched: Mapping[str, bool]) -> tuple[str, ...]:
    """Those of FRAME that are added elsewhere, by the help desk or by hand."""
    external = {"signature": settings.signature != "external"}
    return tuple(name for name in FRAME if not switched.get(name, external.get(name, True)))


def signature(settings: Settings, values: Mapping[str, Value], own: Marked, *, forced: bool) -> Marked:
    """The signature: the agent's own, none if the mail system adds one, or the configured text.

    `own` is the one that the text brings: it stays, with what it lacks if it is only the agent's name.
    """
    name = _text(values, "agent.name")
    if own and not {*own.text.casefold().split()} <= {*name.casefold().split()}:
        return own
    if own_signature(settings, forced=forced):
        lines = [name, *(_text(values, key) for key in ("agent.role", "company.name", "agent.contact"))]
        lines[0] = own.text or name
        return Marked.typed("\n".join(line for line in lines if line))
    if own:
        return own
    return Marked() if settings.signature == "external" else Marked.fixed(settings.signature.strip())


def _text(values: Mapping[str, Value], name: str) -> str:
    return str(values[name].value) if name in values else ""
