"""Finds the name that a mail is signed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.text.quotes import own

if TYPE_CHECKING:
    from replyctl.text.cut import Cut

_WORDS = 4
_CHARACTERS = 8
_MARKS = " \t-–—~*_,.!，。！"


def signed(piece: Cut) -> tuple[str, ...]:
    """The name that the mail is signed with, as a whole; empty if its last lines hold none.

    It follows the closing, or else is alone in the last line.
    """
    kept = "".join(piece.text[start:end] for start, end in own(piece.text, piece.quotes))
    lines = [line.strip(_MARKS) for line in kept.splitlines() if line.strip(_MARKS)]
    behind = [line.strip(_MARKS) for line in piece.text[piece.zones.signature :].splitlines() if line.strip(_MARKS)]
    found = behind[:1] if behind else lines[-1:] if len(lines) > 1 else []
    return tuple(line for line in found if _is_short(line))


def _is_short(line: str) -> bool:
    return len(line.split()) <= _WORDS and (line.isascii() or " " in line or len(line) <= _CHARACTERS * 2)
