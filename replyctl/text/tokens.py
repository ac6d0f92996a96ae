"""A text as words: parallel lists, since a reply has a hundred of them and every rule looks at all.

A Han character is a word of its own, so that the same phrase search serves Chinese; a run of letters of another script
ends at the script's border. `.` stands for a sentence's end, `¶` for a line that ends for good, `§…` for a mask.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter

from replyctl.text.masks import Mask
from replyctl.text.scripts import HAN, HAN_CHARACTER, HEBREW

END = "."
LINE = "¶"
# Letters that are no word of two of the scripts below are told apart by what they are not: a class of all letters of
# the world would take milliseconds to compile.
_OTHER = rf"(?:(?!{HAN_CHARACTER}|[{HEBREW}])[^\W\d_])"
_LATIN = "[A-Za-z]++(?:['’ʼ][A-Za-z]++)*+"
_MARKS = r"\d+(?:[.,:]\d+)*|([.!?…](?<![.!?…][.!?…])[.!?…]*+(?=[\s\"'”’)\]»*_]|\Z)|[。！？；!?؟]+|…{2,})|(\n)"
_TOKEN = (
    rf"({_LATIN}(?!{_OTHER})|{_OTHER}++(?:['’ʼ]{_OTHER}++)*+)"
    rf"|([{HEBREW}]+(?:[\"״'׳][{HEBREW}]+)*['׳]?)|{HAN_CHARACTER}|{_MARKS}"
)
_ASCII_TOKEN = rf"({_LATIN})|((?!))|{_MARKS}"
"""The same in a text without other scripts: nothing in the second group. The whole pattern takes long to compile."""
_STRAIGHT = str.maketrans("’ʼ״׳", "''\"'")
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*•·–]|\(?\d{1,2}[.)、]|[a-z][.)])[ \t]*\S")
_SHORT_LINE = 45
_SHORT_HAN_LINE = 24


class Tokens:
    """Words in reading form (case folded), with where each starts and ends in the text."""

    __slots__ = ("ends", "starts", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def close(self, at: int) -> None:
        """End the line at `at`, where a stretch of the author's own text ends."""
        if self.words and self.words[-1] != LINE:
            self.words.append(LINE)
            self.starts.append(at)
            self.ends.append(at)


def tokenise(  # noqa: PLR0913, PLR0917 - called for every stretch of every text
    text: str, start: int, end: int, masked: list[Mask], abbreviations: frozenset[str], into: Tokens
) -> None:
    """Add the words of `text[start:end]` to `into`; `masked` (sorted) may reach beyond the stretch."""
    at = start
    for number in range(bisect_right(masked, start, key=itemgetter(1)), len(masked)):
        mask_start, mask_end, kind = masked[number]
        if mask_start >= end:
            break
        mask_start, mask_end = max(mask_start, start), min(mask_end, end)  # the part of it that is here
        _words(text, at, mask_start, abbreviations, into)
        into.words.append(kind)
        into.starts.append(mask_start)
        into.ends.append(mask_end)
        at = mask_end
    _words(text, at, end, abbreviations, into)


def _words(text: str, start: int, end: int, abbreviations: frozenset[str], into: Tokens) -> None:
    words, starts, ends = into.words.append, into.starts.append, into.ends.append
    pattern = re.compile(_ASCII_TOKEN if text.isascii() else _TOKEN)
    for match in pattern.finditer(text, start, end):
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
        return opens_line(text, start)
    initial = len(word) == 1 and word != "i" and (text[start].isupper() or text[start - 1 : start] == ".")
    return word in abbreviations or initial


def opens_line(text: str, at: int, marks: str = "") -> bool:
    """Whether nothing but blanks, and `marks`, stands before `at` on its line."""
    while at and text[at - 1] != "\n" and (text[at - 1].isspace() or text[at - 1] in marks):
        at -= 1
    return not at or text[at - 1] == "\n"


def hard_break(text: str, at: int) -> bool:
    """Whether the newline at `at` ends a line for good, rather than wraps a running paragraph."""
    after = at + 1
    if after >= len(text) or text[after] == "\n" or _LIST_ITEM.match(text, after):
        return True
    begin = text.rfind("\n", 0, at) + 1
    line = text[begin:at].rstrip()
    if not line or line[-1] in ".!?:;,。！？：；，…":
        return line[-1:] != "," or len(line) < _SHORT_LINE
    return len(line) < (_SHORT_HAN_LINE if HAN[0] <= line[-1] <= HAN[-1] else _SHORT_LINE)
