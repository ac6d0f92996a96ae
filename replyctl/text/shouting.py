"""Runs of words in capitals that are no acronyms, ids, names or labels. Only scripts that have case can shout."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from replyctl.text.cut import Cut

_CAPITALS = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’]+(?![\w-])")
_RUN_GAP = re.compile(r"[\s,;:]+(?:[IA][\s,]+)?\Z")
_LONG_RUN = 3
_SHORTEST = 3

Span = tuple[int, int]


def shouts(piece: Cut) -> Iterator[Span]:
    """Every run (code points, reading form) that a reader hears as shouted, outside quotes and masks."""
    run: list[re.Match[str]] = []
    for match in _CAPITALS.finditer(piece.text):
        if _hidden(piece, match.start()):
            continue
        if run and not _RUN_GAP.match(piece.text, run[-1].end(), match.start()):
            yield from _judge(piece, run)
            run = []
        run.append(match)
    yield from _judge(piece, run)


def _hidden(piece: Cut, start: int) -> bool:
    spans = (*piece.quotes, *piece.masks)
    return any(span[0] <= start < span[1] for span in spans) or piece.zone_of(start) == "signature"


def _judge(piece: Cut, run: list[re.Match[str]]) -> Iterator[Span]:
    words = [(match, match.group().lower().replace("’", "'")) for match in run]
    common = [match for match, word in words if len(word) >= _SHORTEST and piece.language.has("common-words", word)]
    unknown = [match for match, word in words if not piece.language.has("acronyms", word)]
    if not common or (len(run) == 1 and _is_label(piece, run[0])):
        return
    if len(unknown) >= _LONG_RUN or len(common) > 1 or len(run) == 1 or len(common) == len(unknown):
        yield min(match.start() for match in unknown), max(match.end() for match in unknown)


def _is_label(piece: Cut, match: re.Match[str]) -> bool:
    """Whether the word stands beside "button", "light" and the like, or opens a line as its heading."""
    index = bisect_right(piece.starts, match.start()) - 1
    beside = piece.words[max(index - 2, 0) : index + 3]
    if piece.text[match.start() - 1 : match.start()] in {"[", "<", "{"}:
        return True
    heading = not piece.text[piece.text.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" -*•>#")
    return any(piece.language.has("label-nouns", word) for word in beside) or (
        heading and piece.text[match.end() : match.end() + 1] == ":"
    )
