"""The parts of a reply: greeting, body, lists, closing, signature; quotes are cut out before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from replyctl.language import Language
from replyctl.text.phrases import Hit
from replyctl.text.quotes import Range
from replyctl.text.tokens import END, LINE, Tokens

_ITEM = re.compile(r"^[ \t]*(?:[-*•·–]|\(?\d{1,2}[.)、．])[ \t]*\S", re.MULTILINE)
_DASHES = re.compile(r"^--[ \t]*$", re.MULTILINE)
_AFTER_GREETING = re.compile(r"[,，:：!！.。]|\s[-–—]\s")
_GREETING_LENGTH = 60
_VOCATIVE_LENGTH = 40
_SIGNATURE_LINES = 10
_LINE_LENGTH = 80
_NAME_WORDS = 4
_HAN_A_WORD = 4
_WISH = 12


@dataclass(slots=True)
class Zones:
    """Where each part begins and ends, in code points (reading form)."""

    length: int
    greeting: Range = (0, 0)
    closing: Range = (0, 0)
    signature: int = -1
    """Where the signature begins; the length of the text where there is none."""
    items: list[Range] = field(default_factory=list)
    """The lines of lists."""

    def __post_init__(self) -> None:
        if self.signature < 0:
            self.signature = self.length

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
        return "list" if any(begin <= start < end for begin, end in self.items) else "body"


@dataclass(frozen=True, slots=True)
class Line:
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
    zones.greeting = _greeting(text, tokens, hits.get("greeting", []), lines, language)
    dashes = next((match.start() for match in _DASHES.finditer(text) if not _inside(match.start(), quotes)), len(text))
    more = _NAME_WORDS * (_HAN_A_WORD if language.boundary == "none" else 1)
    own = [line for line in lines if line.start < dashes]
    closing = _closing(text, tokens, hits, own, more) or _wish(text, tokens, hits.get("closing-wish", []), own)
    if closing:
        zones.closing, zones.signature = closing, closing[1]
    else:
        zones.signature = min(dashes, _bare_signature(text, tokens, lines, zones))
    return zones


def _inside(at: int, ranges: list[Range]) -> bool:
    return any(start <= at < end for start, end in ranges)


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


def _greeting(text: str, tokens: Tokens, hits: list[Hit], lines: list[Line], language: Language) -> Range:
    """The first line up to its comma or end, where it greets, or is a name and a comma."""
    if not lines:
        return 0, 0
    line = lines[0]
    hit = next((hit for hit in hits if line.first <= hit.first < line.last), None)
    if hit and tokens.starts[hit.first] - line.start <= _VOCATIVE_LENGTH:
        mark = _AFTER_GREETING.search(text, tokens.ends[hit.last - 1], line.end)
        end = line.end if mark is None else mark.end()
        if line.end - line.start <= _GREETING_LENGTH and len(text[end : line.end].split()) <= _NAME_WORDS:
            end = line.end
        if mark is None and hit.last >= line.last and len(lines) > 1 and lines[1].end - lines[1].start <= _VOCATIVE_LENGTH:
            end = lines[1].end  # the name stands below, as in a letter
        return (line.start, end) if end - line.start <= _GREETING_LENGTH * 2 else (0, 0)
    words = tokens.words[line.first : line.last]
    marks = ",，：" if language.boundary == "none" else ","
    bare = text[line.start : line.end].rstrip().endswith(tuple(marks)) and line.end - line.start <= _VOCATIVE_LENGTH
    if language.boundary == "none":
        few = len(words) <= _NAME_WORDS * 2
    else:
        few = len(words) <= _NAME_WORDS and not any(language.has("stop-words", word) for word in words)
    if bare and few:
        return line.start, line.end
    return 0, 0


def _closing(text: str, tokens: Tokens, hits: dict[str, list[Hit]], lines: list[Line], more: int) -> Range | None:
    """The line that signs off: it holds little else, and only a signature's short lines follow."""
    starts = {hit.first: (hit, 0) for hit in hits.get("closing-thanks", [])}
    starts |= {hit.first: (hit, more) for hit in hits.get("closing", [])}
    found: Range | None = None
    for position, line in _tail(lines):
        for first in range(line.first, line.last):
            hit, words = starts.get(first, (None, 0))
            begins = first == line.first or tokens.words[first - 1] == END
            if hit and begins and sum(word != END for word in tokens.words[hit.last : line.last]) <= words:
                start = line.start if first == line.first else tokens.starts[first]
                found = (start, _past_mark(text, tokens.ends[hit.last - 1] if words else line.end))
                break
        else:
            if position < len(lines) - 1 and _valediction(text, tokens, line):
                found = (line.start, line.end)
    return found


def _tail(lines: list[Line]) -> Iterator[tuple[int, Line]]:
    """The last lines, from the end: those behind which only short ones stand."""
    for position in range(len(lines) - 1, max(-1, len(lines) - _SIGNATURE_LINES - 2), -1):
        if position == 0 and len(lines) > 1:
            return
        yield position, lines[position]
        if lines[position].end - lines[position].start > _LINE_LENGTH:
            return


def _valediction(text: str, tokens: Tokens, line: Line) -> bool:
    """Whether a line is a few words and a comma, as "Safe travels," is: whatever they are, they sign off."""
    words = tokens.words[line.first : line.last]
    ends = text[line.start : line.end].rstrip().endswith((",", "，"))
    return ends and END not in words and len(words) <= _NAME_WORDS * 2 and line.end - line.start <= _GREETING_LENGTH


def _wish(text: str, tokens: Tokens, hits: list[Hit], lines: list[Line]) -> Range | None:
    """A short last line of its own paragraph that wishes something, where the signature follows."""
    for position, line in _tail(lines[:-1]):
        paragraph = position > 0 and text[: line.start].endswith("\n\n")
        if paragraph and line.last - line.first <= _WISH and any(line.first <= hit.first < line.last for hit in hits):
            if END not in tokens.words[line.first : line.last]:
                return line.start, line.end
    return None


def _past_mark(text: str, end: int) -> int:
    while end < len(text) and text[end] in ",，.。!！~～ ":
        end += 1
    return end


def _bare_signature(text: str, tokens: Tokens, lines: list[Line], zones: Zones) -> int:
    """Where a block of contact lines begins that ends the text without a sign-off, else the length of the text."""
    start = len(text)
    for line in reversed(lines[1:]):
        words = tokens.words[line.first : line.last]
        short = line.end - line.start <= _LINE_LENGTH and END not in words and len(words) <= _NAME_WORDS * 2
        if not short or zones.of(line.start) != "body" or text[line.start : line.end].rstrip().endswith((":", "：", ",", "，")):
            break
        start = line.start
    block = [word for word, at in zip(tokens.words, tokens.starts, strict=True) if at >= start]
    return start if any(word in {"§name", "§email", "§phone", "§url"} for word in block) else len(text)
