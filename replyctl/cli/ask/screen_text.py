"""Text cut into the lines of a screen: by display width, at spaces, with right-to-left text kept to itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.utils import get_cwidth

from replyctl.clean import printable
from replyctl.text.scripts import runs_from_right
from replyctl.text.width import graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        for grapheme in graphemes(line[begin : word.end()]):  # a word too long for a line, or a text without spaces
            taken = get_cwidth(grapheme)
            if used + taken > width and end > begin:
                yield begin, line[begin:end]
                begin, used = end, 0
            end, used = end + len(grapheme), used + taken
    if line[begin:].strip():
        yield begin, line[begin:]


def isolated(text: str, style: str = "") -> Fragments:
    """`text` between two blanks, so that its direction never moves what stands beside it on the line.

    prompt_toolkit puts a mark into the cell before it, hence the first blank, and leaves it in a cell of its own at the
    end of a line, hence the second. The first has a style of its own: the text after it then begins with a sequence
    that sets a style, and terminals that drop what follows a mark they do not know still show it.
    Text without right-to-left letters needs no isolate, and terminals that cannot draw one would show a box.
    """
    if not runs_from_right(text):
        return [("class:isolate", " "), (style, text), ("", " ")]
    return [("class:isolate", f" {ISOLATE}"), (style, text), ("", f"{END} ")]


def block(text: str, width: int, style: str = "") -> Fragments:
    """Foreign text for a pane of `width` columns: wrapped, each line isolated and ended."""
    fragments: Fragments = []
    if not text:
        return fragments
    for _, line in wrap(printable(text).expandtabs(4), width - 2):
        fragments += [*isolated(line, style), ("", "\n")]
    return fragments
