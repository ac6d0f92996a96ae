"""Finds extra greetings and sign-offs in a reply, besides those that `text/zones.py` frames it with.

They show where texts were put together. A letter shown to the customer ("write to them as follows:") may have its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from replyctl.reading.greeting import is_title
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.scripts import BANGS, COLONS, COMMAS
from replyctl.text.spans import Range, Spans
from replyctl.text.tokens import END, LINE

_NAME_WORDS = 4
_HEAD = "head"
"""The value of a letter's heading, which names the addressee."""
_BY_NAME, _HELLO = "name", "hello"
"""The values of what is followed by a name, and of what greets by itself."""
_BEFORE = {"words": 2, "characters": 5}
"""The most units of the language before a greeting on its line, such as a name ("דנה שלום", 王女士您好)."""
_SIGNED = 3
"""The most lines of a signature between two sign-offs: more lines are a message of their own."""
_SHORT = 6
"""The most words of a line that is not part of a message."""


class _Line(NamedTuple):
    """Words `first` up to `last` of one line, including its end mark."""

    first: int
    last: int


def greetings(piece: Cut) -> Iterator[Range]:
    """Every greeting after the first, with the name in it, in code points."""
    lines = _lines(piece)
    opened = piece.zones.greeting_end
    own = [at for at, line in enumerate(lines) if piece.starts[line.first] >= opened] if opened else []
    for at in own:
        if _is_shown(piece, lines[at]) or not _goes_on(piece, lines[at : at + 2]):
            continue
        if found := _greets(piece, lines[at], alone=at == own[0]):
            yield found


def sign_offs(piece: Cut) -> Iterator[Range]:
    """Every sign-off after the first, in code points."""
    lines = _lines(piece)
    hits = {hit.first: hit for hit in piece.find("sign-offs")}
    signing = [at for at, line in enumerate(lines) if (hit := hits.get(line.first)) and _is_all(piece, line, hit.last)]
    signing = [at for at in signing if not _is_shown(piece, lines[at])]
    for one, other in pairwise(signing):
        between = lines[one + 1 : other]
        first, second = hits[lines[one].first], hits[lines[other].first]
        # A wish may precede the sign-off, but not the same thing in other words.
        same = first.value == second.value
        if ((between or same) and _signs(piece, between)) or (same and _goes_on_unsigned(piece, between)):
            yield piece.span(second.first, second.last)


def _lines(piece: Cut) -> list[_Line]:
    """The lines as written: a wrapped paragraph has several."""
    said = [index for index, word in enumerate(piece.words) if word != LINE]
    gaps = enumerate(pairwise(said), 1)
    begins = [n for n, (before, at) in gaps if "\n" in piece.text[piece.ends[before] : piece.starts[at]]]
    return [_Line(said[n], said[end - 1] + 1) for n, end in pairwise([0, *begins, len(said)])] if said else []


def _greets(piece: Cut, line: _Line, *, alone: bool) -> Range | None:
    """The greeting that the line begins with; `alone`: nothing stands between it and the first one."""
    most = _BEFORE[piece.language.units]
    hit = next(iter(piece.find("opening-words").between(line.first, min(line.last, line.first + most + 1))), None)
    if hit is None:
        return None
    last = next((at for at in range(hit.last, line.last) if _is_mark(piece, at)), line.last)
    named = [*range(line.first, hit.first), *range(hit.last, last)]
    size = len(named) // (2 if piece.language.by_character else 1)
    if size > _NAME_WORDS or not (_is_framed(piece, hit, line) or all(_can_be_named(piece, at) for at in named)):
        return None
    if alone and not _says_again(piece, hit, named):
        return None
    if not (named or alone or _opens(piece, line)):
        return None
    end = last == line.last or piece.words[last] == END or _marked(piece, last)
    return piece.span(line.first, last) if end else None


def _is_framed(piece: Cut, hit: Hit, line: _Line) -> bool:
    """Whether a name, whatever it is, stands between a "dear" and the "hello" that ends the line."""
    rest = piece.find("opening-words").between(hit.last, line.last)
    return hit.value == _BY_NAME and any(one.value == _HELLO and one.last >= line.last - 1 for one in rest)


def _says_again(piece: Cut, hit: Hit, named: Sequence[int]) -> bool:
    """Whether it repeats the greeting above: "Dear Ms Chen, / Good morning" is one greeting in two halves."""
    first = next(
        (one for one in piece.find("opening-words") if piece.starts[one.first] < piece.zones.greeting_end), None
    )
    if named:
        return first is None or first.value != _HEAD
    return first is not None and first.value == hit.value


def _is_mark(piece: Cut, at: int) -> bool:
    """Whether the word is a sentence's end, or follows a comma or the like."""
    return piece.words[at] == END or _marked(piece, at)


def _marked(piece: Cut, at: int) -> bool:
    between = piece.text[piece.ends[at - 1] : piece.starts[at]] if at else ""
    return not set(between).isdisjoint(COMMAS + COLONS + BANGS + "–—")


def _can_be_named(piece: Cut, at: int) -> bool:
    """Whether the word can be part of a name, a title, or a general form of address."""
    word = piece.words[at]
    if word == "§name" or is_title(piece, word) or piece.find("addressees").words.hold(at):
        return True
    written = piece.text[piece.starts[at]]
    return word.isalpha() and written == written.upper() and not piece.language.has("stop-words", word)


def _opens(piece: Cut, line: _Line) -> bool:
    """Whether the line begins a paragraph."""
    return piece.text[: piece.starts[line.first]].rstrip(" \t").endswith("\n\n")


def _goes_on(piece: Cut, lines: list[_Line]) -> bool:
    """Whether a message follows: the same words can also be a good wish at the end of one."""
    return any(_is_told(piece, line) for line in lines)


def _is_told(piece: Cut, line: _Line) -> bool:
    """Whether the line holds a sentence or is a long one."""
    words = piece.words[line.first : line.last]
    most = _SHORT * (2 if piece.language.by_character else 1)
    return len(words) > most or (END in words and len(words) > _NAME_WORDS)


def _is_shown(piece: Cut, line: _Line) -> bool:
    """Whether the line is a list item, or part of a letter shown to the customer after a colon."""
    start = piece.starts[line.first]
    return _items(piece).hold(start) or start > _led_up(piece)


@remembered
def _items(piece: Cut) -> Spans:
    return Spans(piece.zones.items)


@remembered
def _led_up(piece: Cut) -> int:
    """Where the first line after the greeting ends with a colon that introduces something other than a list."""
    for led in re.compile(rf"[{COLONS}][ \t]*+\n\s*+").finditer(piece.text, piece.zones.greeting_end):
        if not _items(piece).hold(led.end()):
            return led.start()
    return len(piece.text)


def _is_all(piece: Cut, line: _Line, last: int) -> bool:
    """Whether only a mark or a name follows the sign-off on its line."""
    rest = range(last, line.last)
    return all(piece.words[at] in {END, "§name"} for at in rest)


def _signs(piece: Cut, between: list[_Line]) -> bool:
    """Whether the lines between two sign-offs are a signature, or begin with one."""
    return len(between) <= _SIGNED + 1 and not any(_is_told(piece, line) for line in between[:1])


def _goes_on_unsigned(piece: Cut, between: list[_Line]) -> bool:
    """Whether the message goes on for a little after a sign-off that nobody signed."""
    return 0 < len(between) <= _SIGNED and all(_is_told(piece, line) for line in between)
