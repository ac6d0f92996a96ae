"""Finds words in capitals that are not acronyms, ids, names or labels. Only scripts with case can shout."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from replyctl.reading.holes import holes
from replyctl.text.cut import Cut
from replyctl.text.tokens import opens_line

_CAPITALS = re.compile(r"(?<![A-Za-z0-9-])[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’]+(?![A-Za-z0-9-])")
_RUN_GAP = re.compile(r"[\s,;:]+(?:[IA][\s,]+)?\Z")
_LONG_RUN = 3
_SHORTEST = 3

Span = tuple[int, int]


def shouts(piece: Cut, start: int = 0) -> Iterator[Span]:
    """Every run from `start` on (code points, reading form) that reads as shouting, outside quotes and masks."""
    found = list(_runs(piece, start))
    unfilled = holes(piece.text, piece.language) if found else []
    return (span for span in found if not any(low < span[1] and span[0] < high for low, high in unfilled))


def _runs(piece: Cut, start: int) -> Iterator[Span]:
    run: list[re.Match[str]] = []
    for match in _CAPITALS.finditer(piece.text, start):
        if _hidden(piece, match.start()):
            continue
        if run and not _RUN_GAP.match(piece.text, run[-1].end(), match.start()):
            yield from _judge(piece, run)
            run = []
        run.append(match)
    yield from _judge(piece, run)


def _hidden(piece: Cut, start: int) -> bool:
    return piece.is_hidden(start) or piece.zone_of(start) == "signature"


def _judge(piece: Cut, run: list[re.Match[str]]) -> Iterator[Span]:
    words = [(match, match.group().lower().replace("’", "'")) for match in run]
    shortest = _SHORTEST if len(run) == 1 else 2
    sets = ("common-words",) if len(run) == 1 else ("common-words", "stop-words")
    common = [
        match for match, word in words if len(word) >= shortest and any(piece.language.has(one, word) for one in sets)
    ]
    unknown = [match for match, word in words if not piece.language.has("acronyms", word)]
    if not common or (len(run) == 1 and _is_label(piece, run[0])):
        return
    if len(unknown) >= _LONG_RUN or len(common) > 1 or len(run) == 1 or len(common) == len(unknown):
        shouted = run if len(common) > 1 else unknown
        yield shouted[0].start(), shouted[-1].end()


def _is_label(piece: Cut, match: re.Match[str]) -> bool:
    """Whether the word is beside "button", "light" or the like, or is the heading of a line."""
    index = bisect_right(piece.starts, match.start()) - 1
    beside = piece.words[max(index - 2, 0) : index + 3]
    if piece.text[match.start() - 1 : match.start()] in {"[", "<", "{"}:
        return True
    heading = opens_line(piece.text, match.start(), "-*•>#")
    return any(piece.language.has("label-nouns", word) for word in beside) or (
        piece.whole and heading and piece.text[match.end() : match.end() + 1] == ":"
    )
