"""Whether the name under a mail can be that of the person whom From names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language import NEUTRAL, available, load
from replyctl.language.names import plain
from replyctl.people.called import Called, words
from replyctl.people.name_scripts import script
from replyctl.people.order import is_given_name
from replyctl.people.parts import tables
from replyctl.people.standin import holds_stand_in

if TYPE_CHECKING:
    from replyctl.mail.addresses import NamedAddress
    from replyctl.people.name import Name

_ALIKE = 3
"""Letters in which two spellings of one given name begin alike (Gurdip, Gurdeep)."""
_HAN = 3
"""The fewest characters of a Chinese name that is told from a town or a wish by its family name."""


def agrees(signed: Name, shown: Name | None, displayed: NamedAddress, language: str) -> bool:
    """Whether `signed` may name the sender of a mail whose From shows the name `shown`.

    A From that is a person's name is only gainsaid by what plainly is another person's: most lines that share nothing
    with it are a wish, a place, a role or a complaint.
    """
    person = shown if shown and _is_person(shown) else None
    if holds_stand_in(signed.full) and not _is_given(words(signed.full)[:1]):
        return bool(person and shares(signed, person, displayed, language))
    if person is None:
        return True
    return shares(signed, person, displayed, language) or _is_plainly_a_person(signed, person)


def _is_person(name: Name) -> bool:
    """Whether it is a whole name, or a known given one: a word alone may be anything."""
    parts = words(name.full)
    whole = len(parts) > 1 or bool(name.family and name.given)
    return name.kind == "person" and not holds_stand_in(name.full) and (whole or _is_given(parts[:1]))


def shares(signed: Name, shown: Name, displayed: NamedAddress, language: str) -> bool:
    """Whether the two names have a part in common: a word, its short form or initial; the address has one too."""
    own = language.partition("-")[0]
    box = [one for one in re.split(r"[\W\d_]+", displayed.address.partition("@")[0]) if len(one) >= _ALIKE]
    called = Called.of(shown, load(own if own in available() else NEUTRAL), [*box, *shown.notes])
    parts = words(signed.full) or words(signed.raw)
    if any(called.fits(part) for part in (*parts, signed.full) if part):
        return True
    first, given = plain(parts[0]) if parts else "", [plain(one) for one in words(shown.full)]
    initials = any(len(one) == 1 and first.startswith(one) for one in given)
    alike = len(parts) == 1 and len(first) >= _ALIKE and any(one[:_ALIKE] == first[:_ALIKE] for one in given)
    return initials or alike


def _is_plainly_a_person(signed: Name, shown: Name) -> bool:
    has_name = bool(signed.family or signed.given) or not signed.full
    if (signed.title and has_name) or signed.kind == "family" or script(signed.full) != script(shown.full):
        return True
    if signed.family_first and not signed.full.isascii():
        return bool(signed.family and signed.given) and len(signed.full) >= _HAN
    return _is_given(words(signed.full)[:1])


def _is_given(parts: list[str]) -> bool:
    return bool(parts) and is_given_name(parts[0], tables(map(load, available())))
