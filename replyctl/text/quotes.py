"""Where a mail quotes another: `>` lines, the line that introduces them, and all that follows an Outlook header block."""

from __future__ import annotations

import re
from functools import cache as once

from replyctl.language import available, load
from replyctl.text.spans import Range

_QUOTE_LINE = re.compile(r"^[ \t]*[>|].*(?:\n|\Z)", re.MULTILINE)
_BLOCK = re.compile(
    r"^[ \t]*(?:-{3,} ?[^\n-]{4,40} ?-{3,}[ \t]*$|_{20,}+[^\S\n]*+\n(?:[^\S\n]*+\n)*+[^\n:：]{2,12}[:：])", re.MULTILINE
)
_LINE_HINT = "[>|]"
_BLOCK_HINT = "---|___"
# Both begin at every line, which takes longer than looking for what most mails do not hold.


def quoted(text: str) -> list[Range]:
    """The quoted stretches of `text`, in order, in code points; their last newline belongs to them."""
    found = [match.span() for match in _QUOTE_LINE.finditer(text)] if re.search(_LINE_HINT, text) else []
    if re.search(_BLOCK_HINT, text):
        block = _BLOCK.search(text)
        if block:
            found = [span for span in found if span[0] < block.start()] + [(block.start(), len(text))]
    return _with_attributions(text, found)


def _with_attributions(text: str, found: list[Range]) -> list[Range]:
    """The line before a quote belongs to it where it introduces it; such a line may be wrapped once."""
    introduced = []
    quoted_to = 0
    for start, end in found:
        stop = start
        while stop > quoted_to and text[stop - 1].isspace():
            stop -= 1
        if stop > quoted_to and text[stop - 1] in ":：":
            line = text.rfind("\n", 0, stop) + 1
            for begin in (line, text.rfind("\n", 0, max(line - 1, 0)) + 1):
                if _attribution().match(text, begin, stop):
                    introduced.append((begin, start))
                    break
        introduced.append((start, end))
        quoted_to = end
    return introduced


@once
def _attribution() -> re.Pattern[str]:
    lines = [line for code in available() for line in load(code).attributions]
    return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE | re.DOTALL)


def own(text: str, quotes: list[Range]) -> list[Range]:
    """What is left of `text` between the quotes: the author's own stretches."""
    ranges, at = [], 0
    for start, end in [*quotes, (len(text), len(text))]:
        if start > at:
            ranges.append((at, start))
        at = max(at, end)
    return ranges
