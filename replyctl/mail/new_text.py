"""What the sender wrote, without the mail below it, the signature, and what programs and lawyers add."""

from __future__ import annotations

import re
from typing import NamedTuple

from replyctl.language.mail_words import mail_words, signs_off
from replyctl.mail.quote_tail import Tail
from replyctl.text.scripts import ASKING, BANGS, STOPS

_DELIMITER = r"--|—|__|- -"
_RULE = r"[_=*-]{8,}"
_MARKS = " \t-–—~*_,.!/，。！、"
_LAST = 10
"""Own lines at the end that a program may have added."""
_SIGNED = 12
"""Lines that a signature may have."""
_SHORT, _ENDS = 60, tuple(f"{STOPS}{BANGS}{ASKING}:：")
"""Characters of a signature's line, and marks that end none."""


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

    @property
    def is_others(self) -> bool:
        """Whether it says nothing itself, so that the text is that of the mail which it forwards."""
        return self.is_forward and not self.below


def apart(text: str, subject: str = "") -> NewText:
    """The parts of `text`, in which quotes are marked by `>`; its sign-off is only looked for by `signed_off`."""
    tail = Tail(text, subject)
    below = "\n".join(tail.below).strip("\n")
    hidden = sum(1 for line, is_quoted in zip(tail.lines, tail.quoted, strict=True) if is_quoted and line.strip())
    lines, signature = _delimited(_without_notices(tail.own))
    own = _trimmed(lines)
    if not own and tail.is_forward:
        return NewText(below.strip(), (), 0, "", is_forward=True)
    return NewText(own, tuple(signature), hidden, below, tail.is_forward)


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
    said = [number for number, line in enumerate(lines) if line.strip()]
    for number in said[1:]:
        bare = lines[number].strip(" \t*_-|")
        notice, footer = mail_words().disclaimers.match(bare), mail_words().footers.match(bare)
        if (notice and _begins(lines, number)) or ((notice or footer) and _is_under_signature(lines, number)):
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
        if not (number in late and mail_words().device_lines.fullmatch(line.strip(" \t*_-.<>")))
    ]


def _begins(lines: list[str], number: int) -> bool:
    """Whether a paragraph begins there: a notice is no sentence of the customer's."""
    return not lines[number - 1].strip() or bool(re.fullmatch(r"[\W_]*", lines[number - 1]))


def _is_under_signature(lines: list[str], number: int) -> bool:
    """Whether the lines above, with a text above them, are a signature's: a sign-off, a name, a post and no sentence."""
    last = next((at for at in range(number - 1, -1, -1) if lines[at].strip()), -1)
    first = last
    while first > 0 and last - first < _SIGNED and lines[first - 1].strip():
        first -= 1
    is_signature = 0 <= last - first < _SIGNED and all(_signs(line) for line in lines[first : last + 1])
    return is_signature and any(line.strip() for line in lines[:first])


def _signs(line: str) -> bool:
    bare = line.strip()
    return signs_off(bare.strip(_MARKS)) or (len(bare) <= _SHORT and not bare.endswith(_ENDS))
