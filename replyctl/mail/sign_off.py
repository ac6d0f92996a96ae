"""The end of a mail: where its sender signs off, and what stands below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language import available, load
from replyctl.language.mail_words import mail_words, signs_off
from replyctl.mail.signed_name import name_alone, name_in
from replyctl.text.cut import cut
from replyctl.text.scripts import ASKING, BANGS, STOPS

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.language import Language
    from replyctl.mail.new_text import NewText

_MARKS = " \t-–—~*_,.!/，。！、"
_SIGNED = 12
"""Lines that a signature may have."""
_LINE = 80
"""Characters of one of them."""
_SIGN_OFF = 8
"""Words of a sign-off."""
_NAME = 4
"""Words of a name."""
_FULL_STOPS = ("。", "！")
_END = 3000
"""Characters at the end of a mail in which it is signed."""


def signed_off(found: NewText, language: Language, known: Collection[str] = ()) -> NewText:
    """The same with sign-off and signature taken off its end, by the words of `language` and of all others.

    `known` are words of the sender's name, which may stand alone under the mail.
    """
    above, postscript = _postscript(found.text)
    text, behind = _by_words(above)
    if text == above:
        text, behind = _by_zones(above, language)
        text, behind = (text, behind) if behind else _by_name(above, language, known)
    if postscript:
        text = f"{text.rstrip()}\n\n{postscript}"
    if not text.strip():  # a mail that is nothing but thanks
        return found
    lines = [line.strip() for line in behind.splitlines() if line.strip()]
    return found._replace(text=text.strip(), signature=(*lines, *found.signature))


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
        if _is_sign_off(line):
            return _above(lines, said, at), "\n".join(behind)
        if mark and signs_off(first) and len(rest.split()) <= _NAME and not _is_said(rest):
            return _above(lines, said, at), "\n".join([rest, *behind])
    return text, ""


def _is_sign_off(line: str) -> bool:
    """Whether a line is a sign-off, or two of them joined ("Thanks and best wishes", "תודה ויום נעים")."""
    if signs_off(line):
        return True
    words = line.casefold().split()
    for number in range(1, len(words) if len(words) <= _SIGN_OFF else 0):
        first, rest = " ".join(words[:number]).rstrip(_MARKS), words[number:]
        if signs_off(first) and any(signs_off(" ".join(one)) for one in _unjoined(rest)):
            return True
    return False


def _unjoined(words: list[str]) -> list[list[str]]:
    """The words as they are, without a first "and", and without one that is a prefix."""
    languages = [load(code) for code in available()]
    found = [words]
    if words[0] in {"&", "+"} or any(one.has("and-words", words[0]) for one in languages):
        found.append(words[1:])
    prefixes = (one.and_prefix for one in languages if one.and_prefix)
    return [*found, *([words[0].removeprefix(prefix), *words[1:]] for prefix in prefixes)]


def _parted(line: str) -> tuple[str, str, str]:
    """A line at its comma, or at a blank where no comma is: "Thanks, Dana"."""
    match = re.match(r"([^,，!！.。–—-]{2,40}?)\s*([,，!！.。–—-]+)\s*(.+)", line)
    return (match[1].strip().casefold(), match[2], match[3].strip(_MARKS)) if match else (line.casefold(), "", "")


def _above(lines: list[str], said: list[int], at: int) -> str:
    """What stands above the sign-off, which may have two lines ("Many thanks," / "Best regards,")."""
    while at and _is_sign_off(lines[said[at - 1]].strip(_MARKS)):
        at -= 1
    return "\n".join(lines[: said[at]])


def _is_said(line: str) -> bool:
    """Whether a line is a sentence rather than part of a signature: "Marie C." ends in a mark too."""
    bare = line.strip()
    ends = bare.endswith(tuple(STOPS + BANGS)) and (len(bare.split()) >= _NAME or bare.endswith(_FULL_STOPS))
    return len(bare) > _LINE or bare.endswith(tuple(ASKING)) or ends


def _postscript(text: str) -> tuple[str, str]:
    """What stands above a postscript, and the postscript without its mark."""
    lines = text.split("\n")
    for number in range(len(lines) - 1, max(len(lines) - _SIGNED, 0), -1):
        if mark := mail_words().postscripts.match(lines[number].strip()):
            said = [lines[number].strip()[mark.end() :], *lines[number + 1 :]]
            return "\n".join(lines[:number]), "\n".join(said).strip()
    return text, ""


def _by_name(text: str, language: Language, known: Collection[str]) -> tuple[str, str]:
    """Split before a name that stands alone, with nothing but lines of a signature below it."""
    lines = text.rstrip().split("\n")
    split = len(lines)
    for number in range(len(lines) - 1, max(len(lines) - _SIGNED, 0), -1):
        line, before = lines[number], lines[number - 1].rstrip()
        if not line.strip():
            continue
        if _is_said(line):
            break
        ends = not before or before.endswith(tuple(STOPS + BANGS + ASKING)) or number + 1 == split
        if ends and name_alone(line, language, known):
            split = number
    above = "\n".join(lines[:split])
    return (above, "\n".join(lines[split:])) if above.strip() else (text, "")


def _by_zones(text: str, language: Language) -> tuple[str, str]:
    """Split where the engine that reads replies sees a closing or a signature; it looks at the end alone."""
    head = text[: text.find("\n", len(text) - _END) + 1] if len(text) > _END else ""
    text = text[len(head) :]
    piece = cut(text, language)
    zones = piece.zones
    start = zones.closing[0] if zones.closing[1] else zones.signature
    if start >= len(piece.text):
        return head + text, ""
    start, _ = piece.normal.span(start, start)
    end = piece.normal.span(zones.signature, zones.signature)[0] if zones.signature < len(piece.text) else len(text)
    lines = [line for line in text[max(start, end) :].splitlines() if line.strip()]
    said = [*text[start:end].splitlines(), *lines[:3]]
    if len(lines) > _SIGNED or any(map(_is_said, said)):
        return head + text, ""
    begins = text.rfind("\n", 0, start) + 1
    named = text[begins:].partition("\n")[0]
    if text[begins:start].strip() and name_in(named, language.code if language.salutation else ""):  # 王小明谨启
        start, lines = begins, [named, *lines]
    return head + text[:start], "\n".join(lines)
