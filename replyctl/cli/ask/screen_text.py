"""Text wrapped for the screen by display width, with right-to-left text isolated."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.utils import get_cwidth

from replyctl.clean import printable
from replyctl.text.scripts import runs_from_right
from replyctl.text.width import graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Fragments = StyleAndTextTuples
"""(style, text) pairs."""
_WORD = re.compile(r"\s*\S+|\s+\Z")
_WIDE = 2
ISOLATE, END = "\u2068", "\u2069"  # first strong isolate, pop directional isolate


def wrap(text: str, width: int) -> Iterator[tuple[int, str]]:
    """The lines of `text` in `width` columns, each with its offset in `text`. A space at a break is left out."""
    start = 0
    for line in text.split("\n"):
        if not line.strip():
            yield start, ""
        else:
            yield from ((start + offset, piece) for offset, piece in _line(line, max(width, _WIDE)))
        start += len(line) + 1


def _line(line: str, width: int) -> Iterator[tuple[int, str]]:
    begin = end = used = 0
    for word in _WORD.finditer(line):
        taken = get_cwidth(word[0])
        if used + taken <= width:
            end, used = word.end(), used + taken
            continue
        if end > begin:
            yield begin, line[begin:end]
            begin = word.end() - len(word[0].lstrip())
        end, used = begin, 0
        for grapheme in graphemes(line[begin : word.end()]):  # a word longer than a line, or text without spaces
            taken = get_cwidth(grapheme)
            if used + taken > width and end > begin:
                yield begin, line[begin:end]
                begin, used = end, 0
            end, used = end + len(grapheme), used + taken
    if line[begin:].strip():
        yield begin, line[begin:]


def isolated(text: str, style: str = "") -> Fragments:
    """`text` between two spaces, isolated so that its direction does not move its neighbours on the line.

    prompt_toolkit draws a zero-width mark in the cell before it, hence the first space, and at the end of a line in a
    cell of its own, hence the second. The first space has its own style, so that the text begins with a style sequence:
    terminals that drop what follows an unknown mark then still show the text.
    Text without right-to-left letters is not isolated: some terminals would show the mark as a box.
    """
    if not runs_from_right(text):
        return [("class:isolate", " "), (style, text), ("", " ")]
    return [("class:isolate", f" {ISOLATE}"), (style, text), ("", f"{END} ")]


def marked(line: str, found: Sequence[tuple[int, int, str]], style: str = "") -> Fragments:
    """A line, isolated, with the style of the first of `found` that holds it on each stretch of it, beside its own."""
    if not line:
        return []
    inside = [(max(start, 0), min(end, len(line)), own) for start, end, own in found]
    cuts = sorted({0, len(line), *(edge for start, end, _ in inside if start < end for edge in (start, end))})
    opening, _, closing = isolated(line)
    pieces: Fragments = []
    for begin, end in itertools.pairwise(cuts):
        own = next((own for start, stop, own in inside if start <= begin and end <= stop), "")
        pieces.append((f"{style} {own}".strip(), line[begin:end]))
    return [opening, *pieces, closing]


def block(text: str, width: int, style: str = "") -> Fragments:
    """Untrusted text for a pane of `width` columns: wrapped, each line isolated."""
    fragments: Fragments = []
    if not text:
        return fragments
    for _, line in wrap(printable(text).expandtabs(4), width - 2):
        fragments += [*isolated(line, style), ("", "\n")]
    return fragments
