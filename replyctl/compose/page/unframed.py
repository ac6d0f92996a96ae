"""A text without the greeting and the sign-off that it brings itself: a reply has one of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.reading.own_frame import own_greeting, own_sign_off
from replyctl.template.marked import Marked
from replyctl.text.cut import cut

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.language import Language


class Unframed(NamedTuple):
    """A text in its pieces; those that it does not bring are empty."""

    greeting: Marked
    text: Marked
    sign_off: Marked
    signature: Marked
    """What stands behind the sign-off."""
    greets: bool
    """Whether the text greets: its greeting stays inside of it where the first sentence shares the line."""


def unframed(whole: Marked, language: Language, names: Collection[str]) -> Unframed:
    """The pieces of `whole`; `names` are the customer's, who may be greeted by name alone."""
    piece = cut(whole.text, language, names)
    greeting, sign_off = own_greeting(piece), own_sign_off(piece)
    start, end = greeting[1] if greeting else 0, sign_off[0] if sign_off else len(whole.text)
    if start >= end:  # nothing but a greeting
        return Unframed(Marked(), whole, Marked(), Marked(), greets=False)
    if greeting and _goes_on(whole.text, start):
        start = 0
    return Unframed(
        whole.part(0, start),
        whole.part(start, end),
        whole.part(*sign_off) if sign_off else Marked(),
        whole.part(sign_off[1], len(whole.text)) if sign_off else Marked(),
        greets=greeting is not None,
    )


def opens_anew(text: str) -> bool:
    """Whether something may stand before `text`: it does not go on in small letters, as behind a greeting's comma."""
    return not text[:1].islower()


def _goes_on(text: str, at: int) -> bool:
    """Whether the line goes on in small letters behind the greeting."""
    rest = text[at:].partition("\n")[0].strip()
    return bool(rest) and not opens_anew(rest)
