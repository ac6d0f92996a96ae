"""The parts of a reply: greeting, body, lists, closing, signature; quotes are cut out before."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from replyctl.language import Language
from replyctl.text.hits import Hit
from replyctl.text.scripts import ASKING, BANGS, COLONS, COMMAS, STOPS
from replyctl.text.spans import Range, Spans
from replyctl.text.tokens import END, LINE, Tokens

_ITEM = re.compile(r"^[ \t]*(?:[-–](?![-–])|[*•·]|\(?\d{1,2}[.)、．])[ \t]*\S", re.MULTILINE)
_DASHES = re.compile(r"^--[ \t]*$", re.MULTILINE)
_AFTER_GREETING = re.compile(rf"[{COMMAS}{COLONS}{BANGS}{STOPS}]|\s[-–—]\s")
_BLANK = re.compile(r"[ \t\u3000]+")
_HOLE = re.compile(r"[\[{<【]")
_GREETING_LENGTH = 60
_VOCATIVE_LENGTH = 40
_SIGNATURE_LINES = 10
_LINE_LENGTH = 80
_NAME_WORDS = 4
_HAN_A_WORD = 4
_WISH = 12
_WISH_ALONE = 6
_HAN_VOCATIVE = 12


class Zones:
    """Where each part begins and ends, in code points (reading form)."""

    def __init__(self, length: int) -> None:
        self.greeting: Range = (0, 0)
        self.closing: Range = (0, 0)
        self.signature = length
        """Where the signature begins; the length of the text where there is none."""
        self.items: list[Range] = []
        """The lines of lists."""

    @property
    def greeting_end(self) -> int:
        """Where the greeting ends, 0 without one."""
        return self.greeting[1]

    def of(self, start: int) -> str:
        """The zone that holds this code point."""
        if start >= self.signature:
            return "signature"
        if self.closing[0] <= start < self.closing[1]:
            return "closing"
        if self.greeting[0] <= start < self.greeting[1]:
            return "greeting"
        return "list" if self._lists.hold(start) else "body"

    @cached_property
    def _lists(self) -> Spans:
        return Spans(self.items)


class Line(NamedTuple):
    """An own line with words in it: code points and words."""

    start: int
    end: int
    first: int
    last: int


def find(text: str, tokens: Tokens, hits: dict[str, list[Hit]], quotes: list[Range], language: Language) -> Zones:
    """The zones of `text`."""
    lines = _lines(text, tokens)
    zones = Zones(len(text))
    zones.items = [(match.start(), _line_end(text, match.start())) for match in _ITEM.finditer(text)]
    zones.greeting = _greeting(text, tokens, hits, lines, language)
    quoted = Spans(quotes)
    dashes = next((match.start() for match in _DASHES.finditer(text) if not quoted.hold(match.start())), len(text))
    own = [line for line in lines if line.start < dashes]
    closing = _closing(text, tokens, hits, own, language) or _wish(text, tokens, hits.get("closing-wish", []), own)
    if closing:
        zones.closing, zones.signature = closing, closing[1]
    else:
        zones.signature = min(dashes, _bare_signature(text, tokens, lines, zones))
    return zones


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _lines(text: str, tokens: Tokens) -> list[Line]:
    lines: list[Line] = []
    end = -1
    for index, at in enumerate(tokens.starts):
        if tokens.words[index] == LINE:
            continue
        if at >= end:
            start = text.rfind("\n", 0, at) + 1
            end = _line_end(text, at)
            lines.append(Line(start, end, index, index + 1))
        else:
            lines[-1] = Line(lines[-1].start, end, lines[-1].first, index + 1)
    return lines


def _calls(text: str, greeting: Line, line: Line, language: Language) -> bool:
    """Whether the line below a greeting is who is greeted, and no sentence."""
    if line.end - line.start > _VOCATIVE_LENGTH:
        return False
    said = text[line.start : line.end].rstrip()
    return said.endswith(tuple(language.vocative_marks)) or (
        "\n\n" not in text[greeting.end : line.start] and not said.endswith(tuple(STOPS + BANGS + ASKING))
    )


def _greeting(text: str, tokens: Tokens, hits: dict[str, list[Hit]], lines: list[Line], language: Language) -> Range:
    """The first line up to its comma or end, where it greets, or is a name and a comma."""
    if not lines:
        return 0, 0
    line = lines[0]
    hit = next((hit for hit in hits.get("greeting-words", ()) if hit.first == line.first), None)
    behind = [
        hit
        for hit in hits.get("greeting-behind", ())
        if line.first < hit.first < min(line.last, line.first + _HAN_VOCATIVE)
    ]
    hit = behind[0] if behind else hit
    addressees = hits.get("addressees", [])
    if hit:
        end = _address(text, tokens, hit, line, addressees, language)
        if end and hit.last >= line.last and len(lines) > 1 and not text[tokens.ends[hit.last - 1] : line.end].strip():
            end = lines[1].end if _calls(text, line, lines[1], language) else end  # as in a letter
        return (line.start, end) if end else (0, 0)
    marks = tuple(language.vocative_marks)
    bare = text[line.start : line.end].rstrip().endswith(marks) and line.end - line.start <= _VOCATIVE_LENGTH
    is_name = bare and _is_name(tokens.words, line.first, line.last, addressees, language)
    return (line.start, line.end) if is_name else (0, 0)


def _address(  # noqa: PLR0913, PLR0917 - the line and what stands in it
    text: str, tokens: Tokens, hit: Hit, line: Line, addressees: list[Hit], language: Language
) -> int:
    """Where the greeting ends that begins with `hit`: at its mark or the line's end; 0 where a sentence follows instead."""
    mark = _AFTER_GREETING.search(text, tokens.ends[hit.last - 1], line.end)
    end = line.end if mark is None else mark.end()
    if language.by_character and (blank := _BLANK.match(text, tokens.ends[hit.last - 1], end)):
        behind = range(bisect_left(tokens.starts, blank.end(), hit.last, line.last), line.last)
        # "您好 我的灯坏了": a blank stands for the comma where a sentence follows, and no name.
        end = blank.end() if any(language.has("stop-words", tokens.words[at]) for at in behind) else end
    rest = bisect_left(tokens.starts, end, hit.last, line.last)
    if not _HOLE.search(text, line.start, end) and not _is_name(tokens.words, hit.last, rest, addressees, language):
        # "Hello Diane and thank you for your message," greets in one breath.
        whole = hit.first == line.first and end == line.end and line.end - line.start <= _GREETING_LENGTH
        return end if whole and text[line.start : end].rstrip().endswith(tuple(COMMAS)) else 0
    calls = text[line.start : line.end].rstrip().endswith(tuple(COMMAS + COLONS + BANGS)) or rest == line.last
    few = line.last - rest <= _NAME_WORDS and line.end - line.start <= _GREETING_LENGTH
    return line.end if calls and few and _is_name(tokens.words, rest, line.last, addressees, language) else end


def _is_name(words: list[str], first: int, last: int, addressees: list[Hit], language: Language) -> bool:
    """Whether the words between greeting and comma can be whom it greets: few, and no sentence."""
    if language.by_character:
        return last - first <= _HAN_VOCATIVE
    general = {at for hit in addressees for at in range(hit.first, hit.last)}
    said = [at for at in range(first, last) if words[at] != END]
    said = [at for at in said if not _is_prefix(words, at, language)]
    common = sum(language.has("stop-words", words[at]) and at not in general for at in said)
    # A name may be such a word (Will, May), a double name may hold one (Bat-El).
    return len(said) <= _NAME_WORDS + 2 and common <= (len(said) in {1, 2})


def _is_prefix(words: list[str], at: int, language: Language) -> bool:
    """Whether the word is only the letter that was joined to a name which is masked now."""
    return words[at] in language.prefixes and words[at + 1 : at + 2] == ["§name"]


def _closing(
    text: str, tokens: Tokens, hits: dict[str, list[Hit]], lines: list[Line], language: Language
) -> Range | None:
    """The line that signs off: a set phrase and little else, or a few words and a comma before a signature."""
    thanks = {hit.first: hit for hit in hits.get("closing-thanks", [])}
    phrases = {hit.first: hit for hit in hits.get("closing-words", [])}
    more = _NAME_WORDS * (_HAN_A_WORD if language.by_character else 1)
    found: Range | None = None
    short = True
    first_line = max(0, len(lines) - _SIGNATURE_LINES - 4) if len(lines) > 1 else -1
    for position in range(len(lines) - 1, first_line, -1):
        line = lines[position]
        short = short and (position == len(lines) - 1 or not _is_sentence(tokens, lines[position + 1]))
        own = [0, *accumulate(word != END for word in tokens.words[line.first : line.last])]
        for first in range(line.first, line.last):
            hit = phrases.get(first) or (thanks.get(first) if short else None)
            behind = own[-1] - own[min(hit.last, line.last) - line.first] if hit else 0
            begins = first == line.first or tokens.words[first - 1] == END
            signed = language.by_character and hit and not behind and line.last - line.first <= more
            if hit and (begins or signed) and behind <= (more if first in phrases else 0):
                start = line.start if begins and first == line.first else tokens.starts[first]
                rest = text[tokens.ends[hit.last - 1] : line.end].rstrip()
                # A wish is written in one run (祝您游戏愉快); behind a blank or a mark stands who signs.
                wishes = language.by_character and (rest.isalpha() or rest.endswith(tuple(STOPS + BANGS)))
                end = line.end if wishes else _past_mark(text, tokens.ends[hit.last - 1])
                found = (start, found[1] if found and not text[end : found[0]].strip() else end)
                break
        else:
            behind = lines[position + 1].start if position < len(lines) - 1 else 0
            if short and behind and _valediction(text, tokens, line, behind, language):
                found = (line.start, line.end)
    return found


def _is_sentence(tokens: Tokens, line: Line) -> bool:
    """Whether a line ends a sentence or is long: no line of a signature."""
    return line.end - line.start > _LINE_LENGTH or END in tokens.words[line.first : line.last + 1]


def _valediction(text: str, tokens: Tokens, line: Line, behind: int, language: Language) -> bool:
    """Whether a line is a few words and a comma, as "Safe travels," is: whatever they are, they sign off.

    Where characters are words, it has blank lines around it and no mark (恭候佳音); `behind` is where the next line begins.
    """
    words = tokens.words[line.first : line.last]
    if language.by_character:
        alone = text[: line.start].endswith("\n\n") and "\n\n" in text[line.end - 1 : behind]
        if alone and len(words) <= _WISH_ALONE and text[line.start : line.end].strip().isalpha():
            return True
    ends = text[line.start : line.end].rstrip().endswith(tuple(COMMAS))
    return ends and END not in words and len(words) <= _NAME_WORDS * 2 and line.end - line.start <= _GREETING_LENGTH


def _wish(text: str, tokens: Tokens, hits: list[Hit], lines: list[Line]) -> Range | None:
    """A short last line of its own paragraph that wishes something, where the signature follows."""
    for position in range(len(lines) - 1, max(0, len(lines) - _SIGNATURE_LINES), -1):
        line = lines[position]
        if position < len(lines) - 1 and _is_sentence(tokens, lines[position + 1]):
            return None
        paragraph = position > 0 and text[: line.start].endswith("\n\n")
        wishes = any(line.first <= hit.first < line.last for hit in hits) and line.last - line.first <= _WISH
        if paragraph and wishes and END not in tokens.words[line.first : line.last - 1]:
            return line.start, line.end
    return None


def _past_mark(text: str, end: int) -> int:
    while end < len(text) and text[end] in f"{COMMAS}{STOPS}{BANGS}~～ ":
        end += 1
    return end


def _bare_signature(text: str, tokens: Tokens, lines: list[Line], zones: Zones) -> int:
    """Where a block of contact lines begins that ends the text without a sign-off, else the length of the text."""
    start = len(text)
    for line in reversed(lines[1:]):
        words = tokens.words[line.first : line.last]
        short = line.end - line.start <= _LINE_LENGTH and END not in words and len(words) <= _NAME_WORDS * 2
        if (
            not short
            or zones.of(line.start) != "body"
            or text[line.start : line.end].rstrip().endswith(tuple(COLONS + COMMAS))
        ):
            break
        start = line.start
    block = [word for word, at in zip(tokens.words, tokens.starts, strict=True) if at >= start]
    return start if any(word in {"§name", "§email", "§phone", "§url"} for word in block) else len(text)
