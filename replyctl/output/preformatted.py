"""Lines whose breaks and blanks are their meaning: fenced and indented code, and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_QUOTE = r"(?:>[ ]?)*"
_FENCE = re.compile(rf"{_QUOTE}[ ]{{0,3}}(`{{3,}}|~{{3,}})")
_INDENTED = re.compile(rf"{_QUOTE}(?: {{4}}|\t)[ \t]*\S")
_ITEM = re.compile(rf"{_QUOTE}[ \t]*(?:[-*•–+]|\d{{1,3}}[.)、．])[ \t]")
_BARE = re.compile(rf"{_QUOTE}[ \t]*\Z")
_ROW = re.compile(r"[^|\n]*\|[^|\n]*\||[ \t>]*\|.*\|[ \t]*\Z|[ \t>]*\+[-=+]{3,}\+[ \t]*\Z|[^\n]*\S\t+\S[^\n\t]*\t")
_RULE = re.compile(r"[ \t>]*+\|?+[ \t]*+:?+-{2,}+:?+[ \t]*+(?:\|[ \t]*+:?+-{2,}+:?+[ \t]*+)++\|?+[ \t]*+\Z")


def preformatted(lines: Sequence[str]) -> set[int]:
    """The numbers of these lines, from 0."""
    fenced = set(_fenced(lines))
    return {*fenced, *(at for at in _indented(lines) if at not in fenced), *_tables(lines)}


def _fenced(lines: Sequence[str]) -> Iterator[int]:
    """From a fence to the one that closes it; without that one it is no fence."""
    at = 0
    while at < len(lines):
        opened = _FENCE.match(lines[at])
        end = next((no for no in range(at + 1, len(lines)) if _closes(lines[no], opened[1])), 0) if opened else 0
        yield from range(at, end + 1) if end else ()
        at = max(at, end) + 1
        if opened and not end:  # no later fence of this kind is closed either
            return


def _closes(line: str, fence: str) -> bool:
    found = _FENCE.match(line)
    return found is not None and found[1].startswith(fence) and not line[found.end() :].strip()


def _indented(lines: Sequence[str]) -> Iterator[int]:
    """Blocks behind an empty line that are no list item's further lines."""
    in_block, in_list = True, False
    for at, line in enumerate(lines):
        if _BARE.match(line):
            in_block = True
        elif _INDENTED.match(line) and in_block and not in_list and not _ITEM.match(line):
            yield at
        else:
            in_block, in_list = False, bool(_ITEM.match(line)) or (in_list and line[:1] in " \t")


def _tables(lines: Sequence[str]) -> Iterator[int]:
    """Two rows and more, one under the other."""
    rows = [bool(_ROW.match(line) or _RULE.match(line)) for line in lines]
    for at, is_row in enumerate(rows):
        ruled = any(0 <= near < len(lines) and _RULE.match(lines[near]) for near in (at - 1, at, at + 1))
        if (is_row and (rows[at - 1 : at] == [True] or rows[at + 1 : at + 2] == [True])) or (
            ruled and "|" in lines[at]
        ):
            yield at
