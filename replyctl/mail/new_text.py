"""What the sender wrote, without the mail below it, the signature, and what programs and lawyers add."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.language.mail_words import mail_words
from replyctl.mail.quote_tail import Tail
from replyctl.mail.signed_name import name_alone
from replyctl.text.cut import cut
from replyctl.text.scripts import ASKING, BANGS, STOPS

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.language import Language

_DELIMITER = r"--|—|__|- -"
_RULE = r"[_=*-]{8,}"
_MARKS = " \t-–—~*_,.!/，。！、"
_LAST = 10
"""Own lines at the end that a program may have added."""
_SIGNED = 12
"""Lines that a signature may have, and characters of one of them."""
_LINE = 80


class NewText(NamedTuple):
    """The parts of a mail's text."""

    text: str
    """What the sender says, without sign-off."""
    signature: tuple[str, ...]
    """The lines behind the sign-off, without blank ones; the name is in the first ones."""
    hidden: int
    """How many lines of a mail below were left out."""
    below: str
    """Those lines, without marks."""
    is_forward: bool


def apart(text: str) -> NewText:
    """The parts of `text`, in which quotes are marked by `>`; its sign-off is only looked for by `signed_off`."""
    tail = Tail(text)
    below = "\n".join(tail.below).strip("\n")
    hidden = sum(1 for line, is_quoted in zip(tail.lines, tail.quoted, strict=True) if is_quoted and line.strip())
    lines, signature = _delimited(_without_notices(tail.own))
    own = _trimmed(lines)
    if not own and tail.is_forward:
        return NewText(below.strip(), (), 0, "", is_forward=True)
    return NewText(own, tuple(signature), hidden, below, tail.is_forward)


def signed_off(found: NewText, language: Language, known: Collection[str] = ()) -> NewText:
    """The same with sign-off and signature taken off its end, by the words of `language` and of all others.

    `known` are words of the sender's name, which may stand alone under the mail.
    """
    text, behind = _by_words(found.text)
    if not behind:
        text, behind = _by_zones(found.text, language)
    if not behind:
        text, behind = _by_name(text, language, known)
    if not text.strip():  # a mail that is nothing but thanks
        return found
    lines = [line.strip() for line in behind.splitlines() if line.strip()]
    return found._replace(text=text.strip(), signature=(*lines, *found.signature))


def _trimmed(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")


def _delimited(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines above the marker of a signature, and those below."""
    for number, line in enumerate(lines):
        if re.fullmatch(_DELIMITER, line.strip()) and any(one.strip() for one in lines[:number]):
            return lines[:number], [one.strip() for one in lines[number + 1 :] if one.strip()]
    return lines, []


def _without_notices(lines: list[str]) -> list[str]:
    """Without legal notices, rules with what follows, and the lines of mail programs at the end."""
    marks = mail_words()
    said = [number for number, line in enumerate(lines) if line.strip()]
    for number in said[1:]:
        bare = lines[number].strip(" \t*_-|")
        if marks.disclaimers.match(bare) and _begins(lines, number):
            lines = lines[:number]
            break
    said = [number for number, line in enumerate(lines) if line.strip()]
    if len(said) > 1 and any(re.fullmatch(_RULE, lines[number].strip()) for number in said[-4:]):
        cut_at = next(number for number in said[-4:] if re.fullmatch(_RULE, lines[number].strip()))
        lines = lines[:cut_at] if any(one.strip() for one in lines[:cut_at]) else lines
    late = set([number for number, line in enumerate(lines) if line.strip()][-_LAST:])
    return [
        line
        for number, line in enumerate(lines)
        if not (number in late and marks.device_lines.fullmatch(line.strip(" \t*_-.<>")))
    ]


def _begins(lines: list[str], number: int) -> bool:
    """Whether a paragraph begins there: a notice is no sentence of the customer's."""
    return not lines[number - 1].strip() or bool(re.fullmatch(r"[\W_]*", lines[number - 1]))


def _by_words(text: str) -> tuple[str, str]:
    """Split at the last line that is a sign-off and nothing else, or a sign-off and a name."""
    lines = text.split("\n")
    said = [number for number, line in enumerate(lines) if line.strip()]
    for at in range(len(said) - 1, max(len(said) - _SIGNED, -1), -1):
        line = lines[said[at]].strip(_MARKS)
        behind = [lines[number] for number in said[at + 1 :]]
        if any(_is_said(one) for one in behind):
            break
        first, mark, rest = _parted(line)
        if line.casefold() in mail_words().sign_offs:
            return _above(lines, said, at), "\n".join(behind)
        if mark and first in mail_words().sign_offs and len(rest.split()) <= 4 and not _is_said(rest):  # noqa: PLR2004 - a name
            return _above(lines, said, at), "\n".join([rest, *behind])
    return text, ""


def _parted(line: str) -> tuple[str, str, str]:
    """A line at its comma, or at a blank where no comma is: "Thanks, Dana"."""
    match = re.match(r"([^,，!！.。–—-]{2,40}?)\s*([,，!！.。–—-]+)\s*(.+)", line)
    return (match[1].strip().casefold(), match[2], match[3].strip(_MARKS)) if match else (line.casefold(), "", "")


def _above(lines: list[str], said: list[int], at: int) -> str:
    """What stands above the sign-off, which may have two lines ("Many thanks," / "Best regards,")."""
    while at and lines[said[at - 1]].strip(_MARKS).casefold() in mail_words().sign_offs:
        at -= 1
    return "\n".join(lines[: said[at]])


def _is_said(line: str) -> bool:
    """Whether a line is a sentence rather than part of a signature."""
    bare = line.strip()
    return len(bare) > _LINE or bare.endswith(tuple(ASKING)) or (bare.endswith(tuple(STOPS + BANGS)) and " " in bare)


def _by_name(text: str, language: Language, known: Collection[str]) -> tuple[str, str]:
    """Split before a last line that is only a name."""
    above, _, last = text.rstrip().rpartition("\n")
    ends = not above.rstrip(" ").rpartition("\n")[2].strip() or above.rstrip().endswith(tuple(STOPS + BANGS + ASKING))
    if not above.strip() or not ends or not name_alone(last, language.code, known):
        return text, ""
    return above, last


def _by_zones(text: str, language: Language) -> tuple[str, str]:
    """Split where the engine that reads replies sees a closing or a signature."""
    piece = cut(text, language)
    zones = piece.zones
    start = zones.closing[0] if zones.closing[1] else zones.signature
    start, _ = piece.normal.span(start, start) if start < len(piece.text) else (len(text), 0)
    end, _ = (
        piece.normal.span(zones.signature, zones.signature) if zones.signature < len(piece.text) else (len(text), 0)
    )
    behind, closing = text[max(start, end) :], text[start:end]
    if start >= len(text) or any(_is_said(line) for line in closing.splitlines()):
        return text, ""
    lines = [line for line in behind.splitlines() if line.strip()]
    if len(lines) > _SIGNED or any(_is_said(line) for line in lines[:3]):
        return text, ""
    return text[:start], behind
