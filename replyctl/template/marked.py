"""Text that records which characters come from a template and which are filled-in values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.template.gaps import without_gaps
from replyctl.template.marks import FIRST, LAST, MARKS, OPEN, SHUT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Span = tuple[int, int]
Edit = tuple[int, int, str]
"""A stretch, and the text that replaces it."""

_UNTIDY = re.compile(r"(?<![^\S\n])[^\S\n]++(?=\n|\Z)|(?<=\n\n)\n+|\A\n+|(?<!\n)\n++\Z")

_PASSAGE = re.compile(r"x|b[^be]*+e")
_BOUNDS = (FIRST, LAST)


class Marked(NamedTuple):
    """A text, with the ordered, separate spans that are as their author wrote them."""

    text: str = ""
    approved: tuple[Span, ...] = ()
    passages: tuple[Span, ...] = ()
    """Where partials stand in what a template printed; nothing that is made of it has them."""

    @classmethod
    def typed(cls, text: str) -> Marked:
        """A text without approved spans."""
        return cls(text)

    @classmethod
    def fixed(cls, text: str) -> Marked:
        """A text that is approved as a whole."""
        return cls(text, ((0, len(text)),) if text else ())

    @classmethod
    def read(cls, rendered: str) -> Marked:
        """From a template's output with marks, tidied.

        Removes blanks at line ends, lines of tags that printed nothing, and repeated empty lines.
        """
        text, kept, bounds = _unmarked(_without_emptied(without_gaps(rendered)))
        gaps = [gap.span() for gap in _UNTIDY.finditer(text)]
        tidy = list(zip((0, *(end for _, end in gaps)), (*(start for start, _ in gaps), len(text)), strict=True))
        text, kept, bounds = ("".join(one[start:end] for start, end in tidy) for one in (text, kept, bounds))
        passages = tuple(found.span() for found in _PASSAGE.finditer(bounds))
        return cls(text, tuple(found.span() for found in re.finditer("1+", kept)), passages)

    def __bool__(self) -> bool:
        return bool(self.text)

    def part(self, start: int, end: int) -> Marked:
        """The stretch from `start` up to `end`, without blanks and empty lines around it."""
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        end = max(start, end - len(inner) + len(inner.rstrip()))
        spans = ((max(first, start) - start, min(last, end) - start) for first, last in self.approved)
        return Marked(self.text[start:end], tuple(span for span in spans if span[0] < span[1]))

    def stretches(self) -> Iterator[tuple[int, int, bool]]:
        """The whole text in stretches, each with whether it is approved."""
        at = 0
        for start, end in self.approved:
            if at < start:
                yield at, start, False
            yield start, end, True
            at = end
        if at < len(self.text):
            yield at, len(self.text), False

    def edited(self, edits: Iterable[Edit]) -> Marked:
        """With each stretch replaced by its text, in order and apart; a replacement is as approved as what it stands in."""
        pieces: list[Marked] = []
        todo = sorted(edits)
        for start, end, is_approved in self.stretches():
            at = start
            while todo and todo[0][0] < end:
                first, last, text = todo.pop(0)
                pieces += [self._same(self.text[at:first], is_approved), self._same(text, is_approved)]
                at = last
            pieces.append(self._same(self.text[at:end], is_approved))
        pieces += [Marked.fixed(text) for _, _, text in todo]
        return joined(pieces, "")

    @classmethod
    def _same(cls, text: str, is_approved: bool) -> Marked:
        return cls.fixed(text) if is_approved else cls.typed(text)


def joined(pieces: Iterable[Marked], between: str) -> Marked:
    """The non-empty pieces, joined with `between`."""
    text = ""
    spans: list[Span] = []
    for piece in filter(None, pieces):
        for part in (Marked.fixed(between if text else ""), piece):
            spans += ((start + len(text), end + len(text)) for start, end in part.approved)
            text += part.text
    return Marked(text, tuple(_merged(spans)))


def _without_emptied(rendered: str) -> str:
    lines = rendered.split("\n")
    kept = [line for line in lines if not MARKS.search(line) or MARKS.sub("", line).strip() or _opens_or_shuts(line)]
    return "\n".join(kept)


def _opens_or_shuts(line: str) -> bool:
    """Whether a blank line belongs to a value of several lines: it has one end of the value."""
    return line.count(OPEN) != line.count(SHUT)


def _unmarked(rendered: str) -> tuple[str, str, str]:
    """The text without its marks, and two strings as long.

    In one "1" is a template's own character, "0" a filled-in one. In the other "b" is the first of a partial, "e" the
    last, "x" both.
    """
    text: list[str] = []
    kept: list[str] = []
    length = depth = position = 0
    firsts, lasts = set[int](), set[int]()
    for mark in (*MARKS.finditer(rendered), None):
        stop = mark.start() if mark else len(rendered)
        text.append(rendered[position:stop])
        kept.append(("0" if depth else "1") * (stop - position))
        length += stop - position
        if mark:
            position = mark.end()
            depth += {OPEN: 1, SHUT: -1}.get(mark[0], 0)
            if mark[0] in _BOUNDS:
                (firsts if mark[0] == FIRST else lasts).add(length - (mark[0] == LAST))
    bounds = bytearray(b"." * length)
    for at in (firsts | lasts) & {*range(length)}:
        bounds[at] = ord("x" if at in firsts and at in lasts else "b" if at in firsts else "e")
    return "".join(text), "".join(kept), bounds.decode()


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbouring spans as one."""
    last: Span | None = None
    for start, end in spans:
        if last and last[1] == start:
            last = (last[0], end)
        else:
            if last:
                yield last
            last = (start, end)
    if last:
        yield last
