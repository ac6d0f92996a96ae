"""A text as words: parallel lists, since a reply has a hundred of them and every rule looks at all.

A Han character is a word of its own, so that the same phrase search serves Chinese; a run of letters of another script
ends at the script's border. `.` stands for a sentence's end, `¶` for a line that ends for good, `§…` for a mask.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from replyctl.text.masks import Mask

END = "."
LINE = "¶"
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_HAN = "㐀-鿿豈-﫿\U00020000-\U0003ffff"
_TOKEN = re.compile(
    rf"([{_LATIN}]+(?:['’ʼ][{_LATIN}]+)*)"
    rf"|([א-ת]+(?:[\"״'׳][א-ת]+)*['׳]?)"
    rf"|[{_HAN}]"
    r"|\d+(?:[.,:]\d+)*"
    r"|([.!?…]+(?=[\s\"'”’)\]»*_]|\Z)|[。！？；!?]+|…{2,})"
    r"|(\n)"
    rf"|[^\W\d_{_LATIN}{_HAN}א-ת]+"
)
_STRAIGHT = str.maketrans("’ʼ״׳", "''\"'")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*•·–]|\(?\d{1,2}[.)、]|[a-z][.)]|步骤|第[一二三四五六七八九十]步)[ \t]*\S")
_SHORT_LINE = 45
_SHORT_HAN_LINE = 24


@dataclass(slots=True)
class Tokens:
    """Words in reading form (case folded), with where each starts and ends in the text."""

    words: list[str]
    starts: list[int]
    ends: list[int]


def tokenise(text: str, start: int, end: int, masked: list[Mask], abbreviations: frozenset[str], into: Tokens) -> None:
    """Add the words of `text[start:end]` to `into`; `masked` (sorted) may reach beyond the stretch."""
    at = start
    for mask_start, mask_end, kind in masked:
        if mask_end <= at:
            continue
        if mask_start >= end:
            break
        _words(text, at, mask_start, abbreviations, into)
        into.words.append(kind)
        into.starts.append(mask_start)
        into.ends.append(mask_end)
        at = mask_end
    _words(text, at, end, abbreviations, into)


def _words(text: str, start: int, end: int, abbreviations: frozenset[str], into: Tokens) -> None:
    words, starts, ends = into.words.append, into.starts.append, into.ends.append
    for match in _TOKEN.finditer(text, start, end):
        kind, at, to = match.lastindex, match.start(), match.end()
        word = match.group()
        if kind == 1:
            word = word.lower() if word.isascii() else word.casefold().translate(_STRAIGHT)
        elif kind is None:
            word = word.casefold()
        elif kind == 2:  # noqa: PLR2004 - the pattern's second group: Hebrew
            word = word.translate(_STRAIGHT)
        elif kind == 4:  # noqa: PLR2004 - the pattern's fourth group: a line's end
            if not hard_break(text, at):
                continue
            word = LINE
        else:
            if word == "." and _no_end(text, at, into, abbreviations):
                continue
            word = END
        words(word)
        starts(at)
        ends(to)


def _no_end(text: str, at: int, into: Tokens, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation, an initial or a list number."""
    if not into.ends or into.ends[-1] != at:
        return False
    word, start = into.words[-1], into.starts[-1]
    if word.isdigit():
        return not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return word in abbreviations or (len(word) == 1 and text[start].isupper() and word != "i")


def hard_break(text: str, at: int) -> bool:
    """Whether the newline at `at` ends a line for good, rather than wraps a running paragraph."""
    after = at + 1
    if after >= len(text) or text[after] == "\n" or _LIST_ITEM.match(text, after):
        return True
    begin = text.rfind("\n", 0, at) + 1
    line = text[begin:at].rstrip()
    if not line or line[-1] in ".!?:;,。！？：；，…":
        return line[-1:] != "," or len(line) < _SHORT_LINE
    return len(line) < (_SHORT_HAN_LINE if "\u3400" <= line[-1] <= "\u9fff" else _SHORT_LINE)
