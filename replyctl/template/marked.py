"""Text that knows which of its characters came from a template and which were filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Span = tuple[int, int]

# Noncharacters: `clean` takes them out of every value, and `template` out of every source.
OPEN, SHUT = "\ufdd0", "\ufdd1"
"""Around what was filled in; may nest."""
TAG = "\ufdd2"
"""Where a tag stood: a line of nothing else goes, the line of a tag that printed nothing closes up."""
MARKS = re.compile(r"[\ufdd0-\ufdef]")

_UNTIDY = re.compile(r"(?<![^\S\n])[^\S\n]++(?=\n|\Z)|(?<=\n\n)\n+|\A\n+|(?<!\n)\n++\Z")


class Marked(NamedTuple):
    """A text with the spans of it, in order and apart, that stand as their author wrote them."""

    text: str = ""
    approved: tuple[Span, ...] = ()

    @classmethod
    def typed(cls, text: str) -> Marked:
        """A text that nobody approved."""
        return cls(text)

    @classmethod
    def fixed(cls, text: str) -> Marked:
        """A text that stands as it is, whoever writes."""
        return cls(text, ((0, len(text)),) if text else ())

    @classmethod
    def read(cls, rendered: str) -> Marked:
        """From a template's output with its marks, tidied.

        Blanks at line ends go, so do the lines of tags that printed nothing, and more than one empty line in a row.
        """
        text, kept = _unmarked(_without_emptied(rendered))
        gaps = [gap.span() for gap in _UNTIDY.finditer(text)]
        tidy = list(zip((0, *(end for _, end in gaps)), (*(start for start, _ in gaps), len(text)), strict=True))
        text, kept = ("".join(one[start:end] for start, end in tidy) for one in (text, kept))
        return cls(text, tuple(found.span() for found in re.finditer("1+", kept)))

    def __bool__(self) -> bool:
        return bool(self.text)


def joined(pieces: Iterable[Marked], between: str) -> Marked:
    """The pieces that hold something, with `between` between them."""
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
    """Whether a blank line holds one end of a value of several lines, and so is part of the value."""
    return line.count(OPEN) != line.count(SHUT)


def _unmarked(rendered: str) -> tuple[str, str]:
    """The text without its marks, and a string as long: "1" for a template's own characters, "0" for filled-in ones."""
    text: list[str] = []
    kept: list[str] = []
    depth = 0
    position = 0
    for mark in MARKS.finditer(rendered):
        text.append(rendered[position : mark.start()])
        kept.append(("0" if depth else "1") * (mark.start() - position))
        depth += {OPEN: 1, SHUT: -1}.get(mark[0], 0)
        position = mark.end()
    text.append(rendered[position:])
    kept.append("1" * (len(rendered) - position))
    return "".join(text), "".join(kept)


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
