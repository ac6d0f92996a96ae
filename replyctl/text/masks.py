r"""Stretches of a text that are no words of its author: links, addresses, ids, code, quoted speech, names.

Each is one token for the rules (`§url`, `§id` …), so that no phrase matches across it and no rule judges its letters.
The patterns know scripts, not languages: `\\b` would fail beside Han characters, which are word characters too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from replyctl.text.scripts import LETTER, WORD

Mask = tuple[int, int, str]
"""Start, end (code points), kind."""

# Strings, not compiled patterns: `re` compiles one when it is first used, and most drafts need two of them.
_URL = r"(?:https?|HTTPS?|Https?)://[\w\-.~:/?#@!$&()*+;=%,\[\]]*[\w/#&=~+-]|www\.[\w\-.~:/?#@!$&()*+;=%,]*[\w/]"
TLD = r"(?:com|net|org|info|io|co|app|shop|help|me|il|cn|hk|tw|uk|de|fr|us|eu|example|test|invalid)"
_DOMAIN = rf"(?<![\w@.-])(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+{TLD}(?![\w-])(?:/[\w\-.~:/?#@!$&()*+;=%,]*[\w/])?"
_EMAIL = r"(?<![A-Za-z0-9._%+])[A-Za-z0-9._%+][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_HANDLE = r"(?<![\w@])@[A-Za-z]\w+"
_CODE = r"(?s:```.*?(?:```|\Z))|`[^`\n]+`"
_SPEECH = (
    r"“[^”\n]{1,300}”|«[^»\n]{1,300}»|「[^」\n]{1,300}」|『[^』\n]{1,300}』|《[^》\n]{1,60}》|„[^”“\n]{1,300}[”“]"
    r'|(?<![^\W\d_])"[^"\n]{1,300}"(?![^\W\d_])'
)
_PHONE = (
    r"(?<![A-Za-z0-9])(?<![A-Za-z0-9]-)(?:\+\d[\d ().-]{6,18}\d|\(?0\d{1,4}\)?(?:[ .-]?\d{3,4}[ .-]?\d{3,4}(?:[ .-]?\d{2,4})?|[ .-]?\d{6,9})"
    r"|\*\d{4}|1[- ]?[3-9]\d{2}[- ]\d{3}[- ]?\d{3,4}|1\d{2}[- ]\d{4}[- ]\d{4}|\d{3,4}[- ]\d{3,4}[- ]\d{3,4}|[2-9]\d{3} \d{4})"
    r"(?![A-Za-z0-9-])"
)
_ID = (
    r"(?<![A-Za-z0-9])(?:[A-Z]{1,6}[-_/#]?\d[A-Za-z0-9_-]*|[A-Z]{2,}+(?:-[A-Z]++(?!\d)){0,5}+-[A-Z]*+\d[A-Z0-9]*+(?:-[A-Z0-9]++)*+"
    r"|[A-Za-z0-9]{2,}+(?:-[A-Z]*+\d[A-Z0-9]*+){2,}+|(?=[A-Z0-9]{6})\d++[A-Z]++\d[A-Z0-9]*+(?![A-Za-z0-9])"
    r"|#\d{3,}(?!\d)|\d{5,}(?![A-Za-z0-9]))"
)
_DATE = r"\d{4}-\d{2}-\d{2}\Z"
# What a text holds in which one of them is found: most hold none, and `re` compiles only what is looked for.
CODE_HINT, _AT_HINT = "`", "@"
_URL_HINT = r"://|www\."
_DOMAIN_HINT = r"[A-Za-z0-9-]\.[a-z]"
_DIGIT_HINT = r"\d"
_SPEECH_HINT, _SINGLE_MARKS = '["“«「『《„]', (("'", "'"), ("‘", "’"))


def masks(text: str, names: Iterable[str] = (), elided: Iterable[str] = ()) -> list[Mask]:
    """What is masked in `text`, sorted, without overlaps; `names` are masked as written (case matters).

    `elided` are the words that may begin with an apostrophe.
    """
    found: list[Mask] = []

    def add(pattern: str, kind: str) -> None:
        found.extend((match.start(), match.end(), kind) for match in re.finditer(pattern, text, re.ASCII))

    if CODE_HINT in text:
        add(_CODE, "§code")
    if re.search(_URL_HINT, text):
        add(_URL, "§url")
    if _AT_HINT in text:
        add(_EMAIL, "§email")
        add(_HANDLE, "§handle")
    if re.search(_DOMAIN_HINT, text):
        add(_DOMAIN, "§url")
    found += _names(text, names)
    if re.search(_SPEECH_HINT, text):
        found += [(match.start(), match.end(), "§quote") for match in re.finditer(_SPEECH, text)]
    for opening, closing in _SINGLE_MARKS:
        if opening in text:
            pattern = _single(opening, closing, "|".join(elided))
            found += [(match.start(), match.end(), "§quote") for match in re.finditer(pattern, text)]
    if re.search(_DIGIT_HINT, text):
        add(_PHONE, "§phone")
        found += [(m.start(), m.end(), "§id") for m in re.finditer(_ID, text) if not re.match(_DATE, m.group())]
    return _apart(found) if len(found) > 1 else found


def _single(opening: str, closing: str, elided: str) -> str:
    """Speech in single marks, whose closing one is an apostrophe too.

    An apostrophe stands between letters (don't, צ'רלי), behind one before a blank (the customers' orders, מס' 5), or before
    a decade or an elided word ('90s, 'em). Where nothing else closes, a mark behind a letter and before a blank does.
    """
    begins = (
        rf"{opening}(?<!{WORD}{opening})(?<!{closing}{opening})(?=\S)"
        rf"(?!(?:\d\ds?|(?i:{elided or closing}))(?!{WORD}|{closing}))"
    )
    inner = rf"[^{opening}{closing}\n]|(?<={LETTER}){closing}(?={LETTER})"
    loose = rf"(?<=\S){closing}(?!{WORD})"
    sure = rf"(?:(?<!{LETTER}){loose}|{loose}(?![ \t]))"
    return rf"{begins}(?:(?:{inner}|(?<={LETTER}){closing}(?=[ \t])){{1,300}}?{sure}|(?:{inner}){{1,300}}?{loose})"


def _names(text: str, names: Iterable[str]) -> Iterable[Mask]:
    for name in names:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if not (name[0].isascii() and (_joins(text[at - 1 : at]) or _joins(text[end : end + 1]))):
                yield at, end, "§name"
            at = text.find(name, end)


def _joins(char: str) -> bool:
    """Whether a word goes on in this character; Chinese ones stand beside a name without a blank."""
    return char.isalnum() and char < "\u2e80"


def _apart(found: list[Mask]) -> list[Mask]:
    """Sorted, the longer of two that begin together, and nothing that begins inside another."""
    found.sort(key=lambda mask: (mask[0], -mask[1]))
    apart, end = [], 0
    for mask in found:
        if mask[0] >= end:
            apart.append(mask)
            end = mask[1]
    return apart
