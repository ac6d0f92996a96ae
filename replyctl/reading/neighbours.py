"""Words and those beside them: whether they are joined, and whether a clause or a sentence begins."""

from __future__ import annotations

from replyctl.text.cut import Cut
from replyctl.text.tokens import END, LINE


def is_joined(piece: Cut, at: int) -> bool:
    """Whether only blanks stand between this word and the one before."""
    return 0 < at < len(piece.words) and piece.text[piece.ends[at - 1] : piece.starts[at]].isspace()


def begins_clause(piece: Cut, first: int) -> bool:
    """Whether the word begins a clause, and so its subject: inside one it may be an object, or the end of a list."""
    return begins_line(piece, first) or piece.language.has("before-subjects", piece.words[first - 1])


def is_small(piece: Cut, at: int) -> bool:
    """Whether the word is written in small letters, and so is no name."""
    return piece.text[piece.starts[at] : piece.ends[at]].islower()


def begins_line(piece: Cut, first: int) -> bool:
    """Whether the word begins a sentence."""
    return first == 0 or piece.words[first - 1] in {END, LINE}
