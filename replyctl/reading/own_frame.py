"""Finds the greeting and the sign-off that a text brings itself, although something else may put both around it."""

from __future__ import annotations

from replyctl.text.cut import Cut
from replyctl.text.spans import Range

_NAME = "§name"


def own_greeting(piece: Cut) -> Range | None:
    """The greeting that the text opens with, in code points of the original: a greeting's words, or the customer's name."""
    start, end = piece.zones.greeting
    greets = any(start <= piece.starts[hit.first] < end for hit in piece.find("greeting-words", "greeting-behind"))
    named = any(word == _NAME and start <= at < end for word, at in zip(piece.words, piece.starts, strict=True))
    return piece.normal.span(start, end) if end and (greets or named) else None


def own_sign_off(piece: Cut) -> Range | None:
    """The line that signs the text off, in code points of the original; the signature begins where it ends."""
    start, end = piece.zones.closing
    signs = any(start <= piece.starts[hit.first] < end for hit in piece.find("closing-words"))
    rest = piece.text[end:].partition("\n")[0].strip()
    return piece.normal.span(start, end) if signs and not rest[:1].islower() else None
