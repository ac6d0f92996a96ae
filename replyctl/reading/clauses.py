"""Splits sentences into clauses, and tells what they deny: a "not" reaches to the end of its clause only."""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.text.cut import Cut, Sentence
from replyctl.text.scripts import COLONS, COMMAS, SEMICOLONS
from replyctl.text.spans import Range

_MARKS = frozenset(f"{COMMAS}{SEMICOLONS}{COLONS}–—")


def clause(piece: Cut, sentence: Sentence, first: int, last: int) -> Range:
    """The clause that contains the words from `first` up to `last` of the sentence."""
    joints = piece.within(piece.find("clause-joints"), sentence)
    begins = [hit.last for hit in joints if hit.last <= first]
    ends = [hit.first for hit in joints if hit.first >= last]
    start = next((at for at in range(first, sentence.first, -1) if _parted(piece, at)), sentence.first)
    end = next((at for at in range(last, sentence.last) if _parted(piece, at)), sentence.last)
    return max([start, *begins[-1:]]), min([end, *ends[:1]])


def clauses(piece: Cut, sentence: Sentence) -> Iterator[Sentence]:
    """The clauses of the sentence, each in the form of a sentence."""
    at = sentence.first
    while at < sentence.last:
        _, end = clause(piece, sentence, at, at + 1)
        yield sentence._replace(first=at, last=end, start=piece.starts[at], end=piece.ends[end - 1])
        at = end


def denied(piece: Cut, sentence: Sentence, first: int, last: int) -> bool:
    """Whether these words are preceded by a negation in their clause, or contain one."""
    start, _ = clause(piece, sentence, first, last)
    return bool(piece.find("negations").between(start, last))


def _parted(piece: Cut, at: int) -> bool:
    """Whether a mark that ends a clause stands before the word."""
    return not _MARKS.isdisjoint(piece.text[piece.ends[at - 1] : piece.starts[at]])
